"""What higher apps know of an item of the register, without the register knowing those apps.

An app that points at items offers two things at start-up, in its `AppConfig.ready`: what of its
own points at an item, and when it examined items. The page of an item shows the first; the second
counts for "never examined".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas.web.references.urns import Reference

Text = str | Promise
Find = Callable[[int], Sequence[Reference]]
Examined = Callable[[], Mapping[int, date]]

HEADINGS: Mapping[str, Text] = {
    "studies": _("Onderzoek"),
    "findings": _("Bevindingen"),
    "actions": _("Maatregelen"),
}


@dataclass(frozen=True, slots=True)
class Adding:
    """How somebody makes something new about an item: the button, its route, and who may.

    The route gets the item as `?item=<number>`.
    """

    label: Text
    route: str
    permission: str

    def url(self, item: int) -> str:
        """The address of the form, for one item."""
        return f"{reverse(self.route)}?item={item}"


@dataclass(frozen=True, slots=True)
class _Source:
    heading: Text
    find: Find
    adding: Adding | None


@dataclass(frozen=True, slots=True)
class Related:
    """One block on the page of an item: a heading, what is there, and how to add to it."""

    name: str
    heading: Text
    references: list[Reference] = field(default_factory=list)
    adding: Adding | None = None
    add_url: str = ""


_SOURCES: dict[str, _Source] = {}
_EXAMINED: dict[str, Examined] = {}


def register_related(
    name: str, find: Find, *, heading: Text = "", adding: Adding | None = None
) -> None:
    """Offer what points at an item. The name makes registering twice harmless.

    For `studies`, `findings` and `actions` the heading is known.
    """
    _SOURCES[name] = _Source(heading or HEADINGS.get(name, name), find, adding)


def related(item: int) -> list[Related]:
    """Everything that points at an item, one block per source; also the empty ones."""
    order = [*HEADINGS, *(name for name in _SOURCES if name not in HEADINGS)]
    return [_related(name, _SOURCES[name], item) for name in order if name in _SOURCES]


def _related(name: str, source: _Source, item: int) -> Related:
    add_url = source.adding.url(item) if source.adding else ""
    return Related(name, source.heading, list(source.find(item)), source.adding, add_url)


def register_examinations(examined: Examined, *, name: str = "studies") -> None:
    """Offer on which day which item was last examined. The name makes it harmless twice."""
    _EXAMINED[name] = examined


def examinations() -> dict[int, date]:
    """The last day on which an app examined an item, for the items that were."""
    latest: dict[int, date] = {}
    for examined in _EXAMINED.values():
        for item, day in examined().items():
            latest[item] = max(day, latest.get(item, day))
    return latest
