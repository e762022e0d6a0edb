"""The register as a page shows it: filtered, grouped by role, and counted in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.register import selectors
from waterpas.web.register.models import Item, Role
from waterpas.web.register.related import examinations
from waterpas.web.ui.languages import thousands

LONG = 100
SHOWN = {
    "": selectors.items,
    "nooit-onderzocht": selectors.never_examined,
    "zonder-eigenaar": selectors.without_owner,
    "functie-leeg": selectors.with_vacant_owner,
    "uit-het-register": selectors.retired_items,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One item, with when it was last examined."""

    item: Item
    examined: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one role."""

    role: Role
    items: list[Shown]

    @property
    def count(self) -> str:
        return count_of_items(len(self.items))


def grouped(asked: Mapping[str, str]) -> list[Group]:
    """The items that were asked for, per role; roles without any are left out."""
    examined = examinations()
    by_role: dict[str, list[Shown]] = {role: [] for role in Role}
    for item in _found(asked):
        by_role[item.role].append(Shown(item, selectors.later(item, examined)))
    return [Group(Role(role), items) for role, items in by_role.items() if items]


def _found(asked: Mapping[str, str]) -> QuerySet[Item]:
    found = selectors.searched(SHOWN[asked["toon"]](), asked["zoek"])
    if asked["rol"]:
        found = found.filter(role=asked["rol"])
    return found.filter(kind=asked["soort"]) if asked["soort"] else found


def is_long(groups: list[Group]) -> bool:
    """Whether there are so many that the rest of each role stands behind a summary."""
    return sum(len(group.items) for group in groups) > LONG


def in_words(groups: list[Group], asked: Mapping[str, str]) -> str:
    """How much there is: of the whole register, or of what was asked for."""
    total, found = selectors.items().count(), sum(len(group.items) for group in groups)
    if asked["toon"] == "uit-het-register":
        return ngettext(
            "%(count)s onderwerp is uit het register gehaald.",
            "%(count)s onderwerpen zijn uit het register gehaald.",
            found,
        ) % {"count": thousands(found)}
    if any(asked.values()):
        return _("U ziet %(found)s van de %(total)s onderwerpen.") % {
            "found": thousands(found),
            "total": thousands(total),
        }
    if not total:
        return _("Er staat nu niets in het register.")
    return " ".join([count_in_register(total), never_in_words(), *_without_owner_in_words()])


def count_of_items(count: int) -> str:
    """`3 onderwerpen`."""
    return ngettext("%(count)s onderwerp", "%(count)s onderwerpen", count) % {
        "count": thousands(count)
    }


def count_in_register(count: int) -> str:
    """How many items there are."""
    return ngettext(
        "Er staat %(count)s onderwerp in het register.",
        "Er staan %(count)s onderwerpen in het register.",
        count,
    ) % {"count": thousands(count)}


def never_in_words() -> str:
    """How many items nobody has ever examined."""
    never = selectors.never_examined().count()
    if not never:
        return _("Elk onderwerp is wel eens onderzocht.")
    return ngettext(
        "%(count)s daarvan is nog nooit onderzocht.",
        "%(count)s daarvan zijn nog nooit onderzocht.",
        never,
    ) % {"count": thousands(never)}


def _without_owner_in_words() -> list[str]:
    count = selectors.without_owner().count()
    if not count:
        return []
    return [
        ngettext("%(count)s heeft nog geen eigenaar.", "%(count)s hebben nog geen eigenaar.", count)
        % {"count": thousands(count)}
    ]
