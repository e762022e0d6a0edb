"""Counts on a page."""

from django import template

from waterpas.web.ui.languages import thousands as in_thousands

register = template.Library()


@register.filter
def thousands(number: int) -> str:
    """`{{ items|length|thousands }}`: `1.051`."""
    return in_thousands(number)
