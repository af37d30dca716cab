"""Judges from outside, their reports read into findings; each knows only the artefact."""
