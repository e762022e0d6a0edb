"""The criteria and patterns of the handbook that a finding can be tied to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas import handbook
from waterpas.handbook import Item
from waterpas.texts import Language

CRITERION, PATTERN = "criterion", "pattern"


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria or patterns that stand together on a screen."""

    name: str | Promise
    items: tuple[Item, ...]

    @property
    def is_pattern(self) -> bool:
        return self.items[0].kind == PATTERN


@cache
def points() -> dict[str, Item]:
    """The 21 criteria and 11 patterns by their id, in the order of the handbook."""
    return {item.id: item for item in handbook.load() if item.kind in {CRITERION, PATTERN}}


@cache
def groups() -> tuple[Group, ...]:
    """The same, in groups: patterns by role of the municipality, then the two kinds of criteria."""
    found = points().values()
    return (
        Group(_("Patronen: de gemeente als werkgever"), _patterns("employer")),
        Group(_("Patronen: de gemeente als beleidsmaker"), _patterns("policy-maker")),
        Group(_("Patronen: de gemeente als dienstverlener"), _patterns("service-provider")),
        Group(_("Criteria: wat beleid doet"), tuple(p for p in found if p.direction == "do")),
        Group(
            _("Criteria: wat beleid niet doet"),
            tuple(p for p in found if p.direction == "do-not"),
        ),
    )


def _patterns(role: str) -> tuple[Item, ...]:
    return tuple(p for p in points().values() if p.kind == PATTERN and role in p.role)


def in_order(ids: Iterable[str]) -> list[str]:
    """The ids once each, in the order of the handbook; what it does not have comes last."""
    wanted = dict.fromkeys(ids)
    known = [one for one in points() if one in wanted]
    return known + [one for one in wanted if one not in points()]


def items_of(ids: Iterable[str]) -> list[Item]:
    """The criteria and patterns with these ids."""
    return [points()[one] for one in ids if one in points()]


def titles_of(ids: Iterable[str], lang: Language) -> list[str]:
    """Their titles; an id that the handbook does not have is its own title."""
    return [points()[one].title.text(lang) if one in points() else one for one in ids]


def roles_of(ids: Iterable[str]) -> set[str]:
    """The roles of the municipality that these are about."""
    return {role for item in items_of(ids) for role in item.role}
