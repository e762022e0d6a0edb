"""What in a free text looks like a name, tells a birth date, or says where somebody comes from.

This only warns: whoever writes looks, and decides. A name is never used to guess an origin, and
nothing that is found here is kept. What it does not see: a name in small letters, a rare first
name by itself at the begin of a sentence, and somebody who can be known by what happened to them.
"""

import re

from waterpas.web.scans.name_words import (
    COUNTRIES,
    ENDINGS,
    FIRST_NAMES,
    FUNCTIONS,
    NOT_NAMES,
    ORIGINS,
)

_TITLES = r"(?i:dhr|mevr|mw|meneer|mevrouw|de heer|mr|mrs|ms)\b\.?"
_TITLE = re.compile(rf"\b{_TITLES}\s+(?:[a-z]+\s+){{0,3}}[A-Z]\w+")
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|el|ten|ter)\s+){0,3}[A-Z][\w'-]+")
_BIG, _SMALL = "A-ZÀ-ÖØ-ÞĀĆĘĞİŁŃŚŞŹŻ", "a-zß-öø-ÿāćęğıłńśşźż"
_WORD = rf"[{_BIG}][{_SMALL}'’]+(?:-[{_BIG}{_SMALL}'’]+)*"
_BETWEEN = r"(?:(?:van|de|der|den|el|al|ben|bin|ten|ter|te|in|'t)\s+){0,3}"
_TWO = re.compile(rf"(?<![.!?:\n]\s)(?<!\n)(?<!^)\b{_WORD}\s+{_BETWEEN}{_WORD}\b")
_ONLY_TWO = re.compile(rf"^\s*{_WORD}\s+{_BETWEEN}{_WORD}\s*[.!?]?\s*$")
_TITLED = re.compile(rf"\b{_TITLES}\s+{_BETWEEN}(?:[{_BIG}]\.\s?)*{_WORD}")
_FUNCTION = re.compile(rf"\b(?i:{'|'.join(FUNCTIONS)})\s+{_BETWEEN}{_WORD}\b")
_CAPITAL = re.compile(rf"\b[{_BIG}][{_SMALL}]+\b(?!-)")
_FOLLOWS = re.compile(rf"(?:\s+(?:van|de|der|den))*[\s-]+({_WORD})")
_MORE = re.compile(r"(?:\s+(?:van|de|der|den|el|ten|ter)(?=\s+[A-Z])|[ -]+[A-Z][\w'-]*)+")

_ORIGIN_WORD = (
    rf"\b(?:(?:{'|'.join(ORIGINS)})\w*|zwarte?\b(?!\s+(?:lijst|markt|gat|geld))\w*|"
    rf"(?:{'|'.join(COUNTRIES)})\b|(?-i:Roma)\b)"
)
_ORIGIN = re.compile(_ORIGIN_WORD, re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+")
_IS = r"(?:is|was|komt|kwam|heeft|had|werd|wordt|woont|spreekt|draagt)"
# "zij" alone may be many people.
_SOMEBODY = re.compile(
    r"\b(?:hij|mevrouw|meneer|mevr|dhr|de heer|"
    rf"(?:zij|ze)\s+{_IS}(?! niet hetzelfde)|{_IS}\s+(?:zij|ze))\b",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\b(?:is|was)\s+van\s+(?:[^\W\d_]+\s+){1,3}(?:afkomst|herkomst|origine)\b"
    rf"|\b(?:komt|kwam|vluchtte)\s+(?:[^\W\d_]+\s+){{0,3}}uit\s+(?:{'|'.join(COUNTRIES)})\b",
    re.IGNORECASE,
)
_MONTHS = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DATE = rf"\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|\s+(?:{_MONTHS})[a-z]*\.?\s+)(?:19|20)?\d\d\b"
_BORN = re.compile(
    rf"\b(?:geboren|geb\.?|geboortedatum)(?:\s+is)?:?\s+(?:op\s+)?{_DATE}", re.IGNORECASE
)
_DAY = re.compile(rf"\b{_DATE}", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"\b[{_BIG}][{_SMALL}]*(?:straat|laan|plein|weg|kade|dijk|singel|gracht|hof|pad)\s+\d+\w?\b"
    r"|\b[1-9]\d{3}\s?[A-Z]{2}\b"
)


def pointing_in(text: str, *, any_origin: bool = False) -> str:
    """What looks like a name or ties somebody to a birth date or an origin; empty: nothing.

    `any_origin`: also an origin of people in general, for where it says whom somebody asked.
    """
    origin = origin_in(text) if any_origin else origin_of_somebody_in(text)
    return name_in(text) or birth_in(text) or origin


def name_in(text: str) -> str:
    """The first part of a text that looks like the name of a human being; empty: none."""
    for pattern in (_TITLED, _INITIALS):
        if found := pattern.search(text):
            return found.group().strip()
    for pattern in (_ONLY_TWO, _TWO, _FUNCTION):
        for found in pattern.finditer(text):
            if not _is_something_else(found.group(), pattern is _FUNCTION):
                return found.group().strip()
    return _first_name_in(text)


def _is_something_else(words: str, is_function: bool) -> bool:
    """Whether one of the words belongs to a place, a law, a document or an organisation."""
    capitals = _CAPITAL.findall(words)
    asked = capitals[-1:] if is_function else capitals
    return not asked or any(_is_known(word) for word in asked)


def _is_known(word: str) -> bool:
    small = word.lower()
    return small in NOT_NAMES or any(
        small.endswith(ending) and len(small) > len(ending) + 1 for ending in ENDINGS
    )


def _first_name_in(text: str) -> str:
    for found in _CAPITAL.finditer(text):
        if found.group().lower() in FIRST_NAMES:
            after = _FOLLOWS.match(text, found.end())
            if after is None or not _is_known(after.group(1)):
                return found.group()
    return ""


def titled_name_in(text: str) -> str:
    """The first name with a title or initials, which hardly anything else looks like."""
    found = _TITLE.search(text) or _INITIALS.search(text)
    if found is None:
        return ""
    rest = _MORE.match(text, found.end())  # mevr. De Boer
    return text[found.start() : rest.end() if rest else found.end()].strip()


def birth_in(text: str) -> str:
    """A birth date, or a full date in a text with an address; empty: none."""
    found = _BORN.search(text) or (_DAY.search(text) if _ADDRESS.search(text) else None)
    return found.group() if found else ""


def origin_in(text: str) -> str:
    """The first word in a text that says something about the origin of people; empty: none."""
    found = _ORIGIN.search(text)
    return found.group() if found else ""


def origin_of_somebody_in(text: str) -> str:
    """The first origin that a sentence ties to one human being; empty: none.

    People in general ("mensen met een migratieachtergrond") may be written about.
    """
    if found := _TIED.search(text):
        return found.group()
    for sentence in _SENTENCE.findall(text):
        if _SOMEBODY.search(sentence) and (words := origin_in(sentence)):
            return words
    return ""
