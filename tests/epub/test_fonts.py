"""The faces that editions carry."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from colophon.fonts import FACES, THAI, cached, subset


def letters(data: bytes) -> set[str]:
    return {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()}


def test_a_subset_has_what_is_used_and_little_else() -> None:
    found = letters(subset("กขŁódź", "thai-serif", 400))
    assert set("กขŁódź") <= found
    assert "ฮ" not in found


def test_a_letter_that_shapers_take_apart_keeps_its_parts() -> None:
    assert set("\u0e4d\u0e32") <= letters(subset("น้ำ", "thai-serif", 400))


def test_marks_keep_their_places() -> None:
    font = TTFont(io.BytesIO(subset("ที่", "thai-serif", 400)))
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"mark", "mkmk"} <= features


@pytest.mark.parametrize("weight", FACES["thai-serif"].weights)
def test_a_weight_is_one_plain_font(weight: int) -> None:
    font = TTFont(io.BytesIO(subset(THAI, "thai-serif", weight)))
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == weight
    assert "Open Font License" in font["name"].getDebugName(13)


def test_the_same_text_gives_the_same_file(tmp_path: Path) -> None:
    first = cached("กขค", "thai-serif", 400, tmp_path / "1").read_bytes()
    assert cached("คขกก", "thai-serif", 400, tmp_path / "2").read_bytes() == first


def test_another_text_gives_another_file(tmp_path: Path) -> None:
    one = cached("กข", "thai-serif", 400, tmp_path)
    assert one != cached("กค", "thai-serif", 400, tmp_path)
    assert one == cached("กข", "thai-serif", 400, tmp_path)
