"""The language of a page, as the library knows it."""

from django.utils.translation import get_language

from waterpas.texts import Language


def language_of_page() -> Language:
    """The language this answer is given in."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"
