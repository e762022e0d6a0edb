"""Items and the starter list, in the words of a page."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waterpas import handbook
from waterpas.handbook.model import Item as Point
from waterpas.web.references.urns import Reference, resolve, urn
from waterpas.web.register import selectors
from waterpas.web.register.models import Item, Kind, Role
from waterpas.web.register.plan import LABELS
from waterpas.web.register.rules import folded
from waterpas.web.register.starters import Starter, by_id, starters
from waterpas.web.ui.languages import language_of_page


@dataclass(frozen=True, slots=True)
class Usual:
    """Why an item of the starter list is worth looking at: a question, and what it relates to."""

    question: str
    patterns: list[Reference]


def starter_of(item: Item) -> Usual | None:
    """The question that comes with a usual item; None for an item of the municipality's own."""
    starter = by_id().get(item.starter)
    if starter is None:
        return None
    points = {point.id: point for point in handbook.load() if point.kind == "pattern"}
    patterns = [_pattern(points[each]) for each in starter.patterns if each in points]
    return Usual(starter.question.text(language_of_page()), patterns)


def _pattern(point: Point) -> Reference:
    """A pattern of the handbook; with its page, when some app has one."""
    name = urn("handbook", point.id)
    found = resolve(name)
    return Reference(name, point.title.text(language_of_page()), found.url if found else "")


@dataclass(frozen=True, slots=True)
class Tickable:
    """One usual item: whether it is ticked, and where it is when the register has it already."""

    id: str
    title: str
    kind: str
    question: str
    is_ticked: bool
    item: Item | None


@dataclass(frozen=True, slots=True)
class Part:
    """The usual items of one role."""

    role: Role
    lead: str
    items: list[Tickable]


def shown_starters(ticked: set[str]) -> list[Part]:
    """The starter list per role, with what the register has already."""
    by_starter = selectors.by_starter()
    names = {folded(item.title): item for item in selectors.items()}
    return [
        Part(
            role,
            _lead(role),
            [
                _tickable(starter, by_starter, names, ticked)
                for starter in starters()
                if starter.role == role
            ],
        )
        for role in Role
    ]


def _lead(role: Role) -> str:
    return {
        Role.EMPLOYER: _("Wat de gemeente doet voor haar eigen mensen."),
        Role.POLICY_MAKER: _("Wat de gemeente bepaalt, en wie zij daarvoor geld geeft."),
        Role.SERVICE_PROVIDER: _("Wat inwoners van de gemeente krijgen, en wie daarover beslist."),
    }[role]


def _tickable(
    starter: Starter, by_starter: dict[str, Item], names: dict[str, Item], ticked: set[str]
) -> Tickable:
    lang = language_of_page()
    return Tickable(
        id=starter.id,
        title=starter.title.text(lang),
        kind=str(Kind(starter.kind).label),
        question=starter.question.text(lang),
        is_ticked=starter.id in ticked,
        item=by_starter.get(starter.id) or names.get(folded(starter.title.nl)),
    )


def beside(name: str, value: object) -> str:
    """What is in a field now, in words."""
    if value is None or value == "":
        return _("niets")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(LABELS[name](value).label) if name in LABELS else str(value)
