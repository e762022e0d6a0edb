"""The language of a page, as the library knows it."""

from django.utils.formats import number_format
from django.utils.translation import get_language

from waterpas.texts import Language


def language_of_page() -> Language:
    """The language this answer is given in."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def thousands(number: int) -> str:
    """A count as people read it: `1.051` in Dutch, `1,051` in English."""
    return str(number_format(number, force_grouping=True))
