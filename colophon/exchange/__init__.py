"""The translators' exchange: catalogues to and from the files of other people's programs.

Out go XLIFF 2 and TMX (`xliff`, `tmx`), a bilingual document for proof-readers (`proof`) and the
termbase (`terms`); back come translations and comments. A message is a `Unit` on its way
(`units`), and `merge` alone changes a catalogue. What comes in is a stranger's file (`untrusted`).
"""
