"""Words out of data, in templates."""

from django import template

from waterpas.handbook import Words
from waterpas.web.ui.languages import language_of_page

register = template.Library()


@register.filter
def worded(words: Words | None) -> str:
    """Words in the language of the page."""
    return words.text(language_of_page()) if words else ""
