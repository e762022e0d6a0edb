"""Findings in the shape in which pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas.handbook import Item as HandbookItem
from waterpas.texts import Language
from waterpas.web.findings.models import Finding
from waterpas.web.findings.points import items_of
from waterpas.web.findings.rules import State
from waterpas.web.findings.selectors import Standing
from waterpas.web.findings.suggestions import suggestions
from waterpas.web.register.models import Item

DILUTED = "diluted"
HEADS = {
    DILUTED: _("Maatregelen zijn afgezwakt: opnieuw beantwoorden"),
    State.OPEN: _("Wacht op een maatregel of besluit"),
    State.HAS_ACTIONS: _("Heeft maatregelen"),
    State.NO_ACTION: _("Besloten niets te doen"),
}
ORIGINS = {
    "handreiking": _("uit de handreiking"),
    "van-ons": _("van ons"),
    "gemeente": _("van de gemeente"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """The findings that stand at the same place."""

    code: str
    head: str | Promise
    rows: list[Standing]


@dataclass(frozen=True, slots=True)
class Words:
    """An item of the handbook in one language: a criterion, a pattern or a change."""

    id: str
    title: str
    text: str
    footnote: str
    is_pattern: bool
    is_ours: bool
    origin: str | Promise
    is_example: bool


def rows(
    standings: Iterable[Standing], *, stand: str = "", punt: str = "", onderwerp: Item | None = None
) -> list[Standing]:
    """The findings that a filter leaves."""
    return [
        each
        for each in standings
        if stand in ("", each.state)
        and (not punt or punt in each.finding.points)
        and (onderwerp is None or each.finding.item == onderwerp)
    ]


def grouped(standings: Iterable[Standing]) -> list[Group]:
    """What must be answered first, and of those the one that waits longest."""
    found = sorted(standings, key=lambda each: (each.since, each.finding.pk))
    groups = [
        Group(code, head, [each for each in found if _group_of(each) == code])
        for code, head in HEADS.items()
    ]
    return [group for group in groups if group.rows]


def _group_of(standing: Standing) -> str:
    return DILUTED if standing.is_diluted else standing.state


def words(item: HandbookItem, lang: Language) -> Words:
    """An item of the handbook in the language of the page."""
    return Words(
        id=item.id,
        title=item.title.text(lang),
        text=item.text(lang),
        footnote=item.footnote.text(lang) if item.footnote else "",
        is_pattern=item.kind == "pattern",
        is_ours=item.origin == "van-ons",
        origin=ORIGINS[item.origin],
        is_example=item.kind == "example",
    )


def points_shown(ids: list[str], lang: Language) -> list[Words]:
    """The criteria and patterns of a finding."""
    return [words(item, lang) for item in items_of(ids)]


def offered(finding: Finding, lang: Language) -> list[tuple[Words, int | None]]:
    """What can change for a finding, each with the action that it has become already."""
    taken = {
        action.handbook_change: action.pk
        for action in finding.actions.all()
        if action.status != DILUTED
    }
    return [(words(item, lang), taken.get(item.id)) for item in suggestions(finding.points)]
