"""A scene as SVG within a page: its text stays text, in the page's own faces and ink."""

from __future__ import annotations

from pathlib import Path as File
from typing import Any

from jinja2 import Environment

from colophon.figures.scene import WIDTH, Dot, Item, Path, Pen, Scene, Words, digits

TEMPLATE = File(__file__).with_name("drawing.svg.jinja")
_MARGIN = 2.0


def picture(scene: Scene, id: str, title: str, described_by: str, paper: str, italics: bool) -> str:
    """The element `svg`; `paper` is the CSS colour that the page has under it."""
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
    return template.render(
        id=id,
        title=title,
        described_by=described_by,
        left=-_MARGIN,
        width=WIDTH + 2 * _MARGIN,
        height=digits(scene.height + 2 * _MARGIN),
        frame=[digits(value) for value in scene.frame],
        framed=[_element(item, paper, italics) for item in scene.framed],
        items=[_element(item, paper, italics) for item in scene.items],
    )


def _element(item: Item, paper: str, italics: bool) -> dict[str, Any]:
    """What the template prints: the name of an element, its attributes and its text."""
    match item:
        case Path(points, pen, closed):
            line = "L".join(f"{digits(x)} {digits(y)}" for x, y in points)
            return {
                "name": "path",
                "attributes": {"d": f"M{line}{'Z' * closed}"} | _pen(pen, paper),
            }
        case Dot((x, y), radius, pen):
            centre = {"cx": digits(x), "cy": digits(y), "r": digits(radius)}
            return {"name": "circle", "attributes": centre | _pen(pen, paper)}
        case Words((x, y), text, face, anchor, angle):
            attributes = {"x": digits(x), "y": digits(y), "font-size": digits(face.size)}
            if anchor != "start":
                attributes["text-anchor"] = anchor
            if angle:
                attributes["transform"] = f"rotate({digits(-angle)} {digits(x)} {digits(y)})"
            if face.bold:
                attributes["font-weight"] = "600"
            if face.italic and italics:
                attributes["font-style"] = "italic"
            if face.shade:
                attributes["fill-opacity"] = digits(1 - face.shade)
            # A rim of paper keeps words legible where they cross a line.
            rim = {"stroke": paper, "stroke-width": "1.6", "paint-order": "stroke"}
            return {"name": "text", "attributes": attributes | rim, "text": text}


def _pen(pen: Pen, paper: str) -> dict[str, str]:
    """Shades are veils of ink, which suit any paper; nothing shows through a filled shape."""
    attributes = {"fill": "none"}
    if pen.fill is not None:
        attributes = {"fill": paper if pen.fill == 1 else "currentColor"}
        if 0 < pen.fill < 1:
            attributes["fill-opacity"] = digits(1 - pen.fill)
    if pen.width:
        attributes |= {"stroke": "currentColor", "stroke-width": digits(pen.width)}
        if pen.shade:
            attributes["stroke-opacity"] = digits(1 - pen.shade)
    if pen.dash:
        attributes["stroke-dasharray"] = " ".join(map(digits, pen.dash))
    if pen.round:
        attributes["stroke-linecap"] = "round"
    return attributes
