"""The criteria and steps of the handbook that a question belongs to, in words."""

from collections.abc import Iterable
from functools import cache

from waterpas.handbook import load
from waterpas.texts import Language


def criteria(ids: Iterable[str], lang: Language) -> str:
    """Their codes with their titles."""
    return "; ".join(f"{one} ({_titles(lang)[one]})" for one in ids)


@cache
def _titles(lang: Language) -> dict[str, str]:
    return {item.id: item.title.text(lang) for item in load()}
