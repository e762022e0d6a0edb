"""What one reader reads of a saying: links to what this reader may do, and whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import ROLES
from waterpas.web.people.waiting import is_coordinator
from waterpas.web.references.checks import Saying

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A saying for one reader; without a link when this reader cannot do it."""

    saying: Saying
    turn: str
    next_label: str = ""
    next_url: str = ""
    waits_for_others: bool = False

    @property
    def text(self) -> str:
        return self.saying.text

    @property
    def is_gap(self) -> bool:
        return self.saying.is_gap

    @property
    def minutes(self) -> int:
        """How long it takes; 0 when this reader cannot do it."""
        return self.saying.minutes if self.next_url else 0


def for_reader(saying: Saying, person: Person) -> Said | None:
    """What somebody may read of it: no names of records and no links to closed pages."""
    if saying.names_records and not may_open(person, saying.next_url):
        return None
    turn = _turn(saying, person) if saying.is_gap else ""
    names = _names(saying, person) if saying.is_gap else []
    elsewhere = bool(names) and _("u") not in names
    if _may_do(saying, person):
        return Said(saying, turn, saying.next_label, saying.next_url, elsewhere)
    return Said(saying, turn, waits_for_others=elsewhere)


def may_open(person: Person, url: str) -> bool:
    """Whether the page at this address lets this person in."""
    needed = _permission(urlsplit(url).path)
    return needed is not None and person.may(needed)


def has_one_of(person: Person, needs: Iterable[str]) -> bool:
    """Whether somebody has one of these permissions; nothing asked: yes."""
    wanted = [Permission(code) for code in needs]
    return not wanted or any(person.may(permission) for permission in wanted)


def _may_do(saying: Saying, person: Person) -> bool:
    return may_open(person, saying.next_url) and has_one_of(person, saying.needs)


@cache
def _permission(path: str) -> Permission | None:
    try:
        return getattr(resolve(path).func, "required_permission", None)
    except Resolver404:
        return None


def _turn(saying: Saying, person: Person) -> str:
    """Whose turn it is, in a sentence."""
    names = _names(saying, person)
    if names == [_("u")]:
        return _("Dit wacht op u.")
    if names:
        return _("Dit wacht op: %(who)s.") % {"who": _short(names)}
    if _may_do(saying, person):
        return _("U kunt dit zelf doen.")
    who = get_text_list(_roles(saying.needs), _("of"))
    return _("Dit kan: %(who)s.") % {"who": who} if who else ""


def _names(saying: Saying, person: Person) -> list[str]:
    """The functions it waits for; those of the reader are said as 'you', and come last."""
    mine = {position.title for position in person.positions.all()}
    others = [title for title in saying.waits_for.functions if title not in mine]
    is_mine = len(others) < len(saying.waits_for.functions)
    if saying.waits_for.coordinator:
        is_mine = is_mine or is_coordinator(person)
        others += [] if is_coordinator(person) else [_("de coördinator")]
    return [*others, _("u")] if is_mine else others


def _short(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        return _("%(n)s functies") % {"n": len(names)}
    return str(get_text_list(names, _("en")))


def _roles(needs: Iterable[str]) -> list[str]:
    wanted = {Permission(code) for code in needs}
    return [str(role.name) for role in ROLES.values() if wanted & role.may]
