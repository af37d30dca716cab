"""Which of the breaks between the pieces of a segmented run of Thai are certain.

A segmenter always answers. A compositor breaks a line only where no reader stumbles.
"""

from __future__ import annotations

from collections.abc import Iterator

from colophon.typography import thai_lexicon

ALONE = frozenset("ณธ")
"""The words of one letter; any other single letter is a splinter of the word beside it."""

_SYLLABLE = 3
"""A word of so few letters may as well be a syllable of an unknown name."""
_RARE, _FREQUENT = 100, 8000
"""What is rarer than the one is hardly a word; a syllable commoner than the other surely is."""
_LIKELIER = 100
"""By how much a reading must be likelier than another for the other to be dismissed."""
_ENDINGS = frozenset({"สกี", "สกา"})
"""Words that in such a book are nearly always the end of a Slavic name."""
_MAKERS = ("การ", "ความ")
"""What makes nouns of verbs, and stays with the verb."""
_SHORT, _MANY = 5, 6
"""The longest word that an unknown name can seem to hold, and its most pieces."""


def certain(pieces: list[str], names: frozenset[str]) -> Iterator[int]:
    """The offsets between pieces at which a line may break."""
    pieces, found = _entitled(pieces, names)
    if found:
        names = names | found
    pieces, doubtful = _reread(pieces, names)
    makers = {index for index, piece in enumerate(pieces) if piece in _MAKERS}
    joined = doubtful | makers | _unlisted(pieces, names) | _splinters(pieces)
    offset = 0
    for index, piece in enumerate(pieces[:-1]):
        offset += len(piece)
        if index not in joined:
            yield offset


def is_phrase(pieces: list[str]) -> bool:
    """Whether a listed name is two words or more that any reader knows: สภา|สามัญชน|อังกฤษ."""
    return len(pieces) > 1 and all(_is_common(piece) for piece in pieces) and not _is_title(pieces)


def _is_common(piece: str) -> bool:
    frequent = _RARE if len(piece) > _SYLLABLE else _FREQUENT
    known = piece in thai_lexicon.words() and piece not in _MAKERS
    return known and _seen(piece) >= frequent


def _entitled(pieces: list[str], names: frozenset[str]) -> tuple[list[str], set[str]]:
    """The pieces, those being one that together are the title of an article; and these titles.

    Titles are of every kind, so only short pieces are tried, one of them uncommon.
    """
    whole: list[str] = []
    found = set()
    start = 0
    while start < len(pieces):
        limit = start
        while limit < len(pieces) and limit - start < _MANY and _may_be_part(pieces[limit], names):
            limit += 1
        ends = (end for end in range(limit, start + 1, -1) if _is_title(pieces[start:end]))
        end = next(ends, start + 1)
        whole.append("".join(pieces[start:end]))
        # A short one may be the end of a name, as "slav" is in "Boryslav".
        if end > start + 1 and len(whole[-1]) > _SHORT:
            found.add(whole[-1])
        start = end
    return whole, found


def _is_title(pieces: list[str]) -> bool:
    return "".join(pieces) in thai_lexicon.titles() and any(map(_is_uncommon, pieces))


def _reread(pieces: list[str], names: frozenset[str]) -> tuple[list[str], set[int]]:
    """The pieces, mended; and which of them may end elsewhere.

    The letters of two words may be read as two others: ถูก|ลบ (be erased) is also ถู|กลบ (rub,
    fill in), which is doubtful; and ราย|งานการ is much likelier รายงาน|การ, which is mended.
    """
    pieces, doubtful = list(pieces), set()
    for index in range(len(pieces) - 1):
        before, after = pieces[index : index + 2]
        if before in names or after in names:
            continue
        both, cuts = before + after, range(2, len(before + after) - 1)
        others = {cut: _weight(both[:cut], both[cut:]) for cut in cuts if cut != len(before)}
        best = max(others, key=others.__getitem__, default=0)
        own = _weight(before, after)
        if best and others[best] > own * _LIKELIER:
            pieces[index : index + 2] = both[:best], both[best:]
        elif best and others[best] * _LIKELIER > own:
            doubtful.add(index)
    return pieces, doubtful


def _weight(before: str, after: str) -> float:
    """How likely two words are, not at all where one of them is none."""
    known = thai_lexicon.words()
    if before not in known or after not in known:
        return 0
    return _seen(before) * _seen(after)


def _seen(word: str) -> float:
    """How often a word is seen; a little for what never is, so that it can be weighed."""
    seen = thai_lexicon.frequencies()
    for maker in _MAKERS:  # the corpus counts the noun of a verb as two words
        if word not in seen and word.startswith(maker):
            return seen.get(word[len(maker) :], 0) / 10 + 0.5
    return seen.get(word, 0) + 0.5


def _unlisted(pieces: list[str], names: frozenset[str]) -> set[int]:
    """Which pieces belong to the next one, being what is left of a name that nobody listed.

    From a piece that is no word, a name takes in the short and uncommon words beside it.
    """
    unknown = [piece not in names and _is_unknown(piece) for piece in pieces]
    syllable = [
        piece not in names and len(piece) <= _SYLLABLE and _is_uncommon(piece) for piece in pieces
    ]
    joined = {index - 1 for index, piece in enumerate(pieces) if piece in _ENDINGS}
    last = len(pieces) - 1
    for index in (*range(last), *reversed(range(last))):
        if (unknown[index] and (unknown[index + 1] or syllable[index + 1])) or (
            unknown[index + 1] and syllable[index]
        ):
            joined.add(index)
            unknown[index] = unknown[index + 1] = True
    return joined


def _may_be_part(piece: str, names: frozenset[str]) -> bool:
    return piece not in names and (len(piece) < _SHORT or _is_unknown(piece))


def _is_unknown(piece: str) -> bool:
    if piece in ALONE:
        return False
    rare = len(piece) <= _SHORT and _seen(piece) < _RARE
    return rare or piece not in thai_lexicon.words()


def _is_uncommon(piece: str) -> bool:
    return piece not in ALONE and _seen(piece) < _FREQUENT


def _splinters(pieces: list[str]) -> set[int]:
    """A piece of one letter is joined to both of its neighbours, a word of one to the latter."""
    lone = [index for index, piece in enumerate(pieces) if len(piece) == 1]
    return {*lone, *(index - 1 for index in lone if pieces[index] not in ALONE)}
