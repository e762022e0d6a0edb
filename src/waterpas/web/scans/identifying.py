"""What in a text about whom was asked looks like a name, or says where somebody comes from."""

import re

_TITLE = re.compile(
    r"\b(?i:dhr|mevr|mw|meneer|mevrouw|de heer|mr|mrs|ms)\b\.?\s+(?:[a-z]+\s+){0,3}[A-Z]\w+"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|el|ten|ter)\s+){0,3}[A-Z][\w'-]+")
_WORD = r"[A-Z][a-zà-ÿ'-]+"
_TWO = re.compile(
    rf"(?<![.!?:]\s)(?<!^)\b{_WORD}\s+(?:(?:van|de|der|den|el|ten|ter)\s+){{0,2}}{_WORD}"
)
_ONLY_TWO = re.compile(rf"^\s*{_WORD}\s+(?:(?:van|de|der|den|el|ten|ter)\s+){{0,2}}{_WORD}\s*$")
_MORE = re.compile(r"(?:\s+(?:van|de|der|den|el|ten|ter)(?=\s+[A-Z])|[ -]+[A-Z][\w'-]*)+")
# Beginnings of words that say something about origin, skin colour or religion of people.
ORIGINS = (
    "afkomst herkomst migratieachtergrond migrant allochto autochto turk marokka surina antill "
    "arubaan curaç syri somali eritre afghaan afghan irak iran poolse polen bulgaar roemeen "
    "roemeense oekra molukse molukker indisch indonesi chine kaapverd ghanees ghanese nigeria "
    "moslim islam jood joods hindoe christen zwarte witte blanke gekleurd huidskleur sinti "
    "vluchteling statushouder nieuwkomer hoofddoek"
)
_ORIGIN = re.compile(rf"\b(?:{'|'.join(ORIGINS.split())})\w*", re.IGNORECASE)


def name_in(text: str) -> str:
    """The first part of a text that looks like the name of a human being; empty: none."""
    for pattern in (_TITLE, _INITIALS, _ONLY_TWO, _TWO):
        if found := pattern.search(text):
            return found.group().strip()
    return ""


def titled_name_in(text: str) -> str:
    """The first name with a title or initials, which hardly anything else looks like."""
    found = _TITLE.search(text) or _INITIALS.search(text)
    if found is None:
        return ""
    rest = _MORE.match(text, found.end())  # mevr. De Boer
    return text[found.start() : rest.end() if rest else found.end()].strip()


def origin_in(text: str) -> str:
    """The first word in a text that says something about the origin of people; empty: none."""
    found = _ORIGIN.search(text)
    return found.group() if found else ""
