"""A scene as TikZ, so that the printed book has it as vectors, in its own faces and in black ink
alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from colophon.figures.scene import Dot, Face, Item, Path, Pen, Point, Scene, Words, digits

_ANCHORS = {"start": "base west", "middle": "base", "end": "base east"}


def picture(scene: Scene, escape: Callable[[str], str], italics: bool) -> str:
    """The picture; `escape` makes any text safe in TeX, `italics` says whether there are any."""
    left, top, right, bottom = scene.frame
    parts = [
        r"\begin{tikzpicture}[x=1bp,y=-1bp,line cap=butt,line join=round,"
        "every node/.style={inner sep=0pt,outer sep=0pt}]",
        r"\begin{scope}",
        rf"\clip ({digits(left)},{digits(top)}) rectangle ({digits(right)},{digits(bottom)});",
        *(line for item in scene.framed for line in _item(item, escape, italics)),
        r"\end{scope}",
        *(line for item in scene.items for line in _item(item, escape, italics)),
        r"\end{tikzpicture}",
    ]
    return "\n".join(parts)


def _item(item: Item, escape: Callable[[str], str], italics: bool) -> Iterator[str]:
    match item:
        case Path(points, pen, closed):
            line = " -- ".join(map(_point, points)) + " -- cycle" * closed
            yield rf"\path[{_pen(pen)}] {line};"
        case Dot(at, radius, pen):
            yield rf"\path[{_pen(pen)}] {_point(at)} circle [radius={digits(radius)}bp];"
        case Words(at, text, face, anchor, angle):
            turn = f",rotate={digits(angle)}" if angle else ""
            yield (
                rf"\node[anchor={_ANCHORS[anchor]}{turn}] at {_point(at)} "
                rf"{{{_face(face, italics)}{escape(text)}}};"
            )


def _pen(pen: Pen) -> str:
    keys = []
    if pen.fill is not None:
        keys.append(f"fill={_shade(pen.fill)}")
    if pen.width:
        keys += [f"draw={_shade(pen.shade)}", f"line width={digits(pen.width)}bp"]
    if pen.dash:
        marks = ("on", "off") * len(pen.dash)
        lengths = (
            f"{mark} {digits(length)}bp" for mark, length in zip(marks, pen.dash, strict=False)
        )
        keys.append(f"dash pattern={' '.join(lengths)}")
    if pen.round:
        keys.append("line cap=round")
    return ",".join(keys)


def _face(face: Face, italics: bool) -> str:
    style = r"\bfseries" * face.bold + r"\itshape" * (face.italic and italics)
    shade = rf"\color{{{_shade(face.shade)}}}" if face.shade else ""
    size = rf"\fontsize{{{digits(face.size)}bp}}{{{digits(face.leading)}bp}}\selectfont"
    return rf"{size}{style}\colophonfigurewords{shade}{{}}"


def _shade(shade: float) -> str:
    return f"black!{round((1 - shade) * 100)}"


def _point(point: Point) -> str:
    return f"({digits(point[0])},{digits(point[1])})"
