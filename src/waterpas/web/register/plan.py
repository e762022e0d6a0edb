"""What reading in a sheet would change in the register: nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waterpas.web.people.models import Position
from waterpas.web.people.selectors import active_people, positions
from waterpas.web.register import selectors
from waterpas.web.register.listed import Entry, Listed, Problem
from waterpas.web.register.models import Delivery, Item, Kind, Role
from waterpas.web.register.rules import folded, lines
from waterpas.web.register.starters import Starter, named

FIELDS = ("kind", "role", "owner", "delivery", "carried_out_by", "last_examined", "description")
LABELS = {"kind": Kind, "role": Role, "delivery": Delivery}


@dataclass(frozen=True, slots=True)
class Change:
    """One field: its name in words, what stands there, and what would stand there."""

    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it says, the item it is about when there is one, and what would change."""

    entry: Entry
    item: Item | None
    changes: tuple[Change, ...]
    starter: Starter | None = None


@dataclass(slots=True)
class Plan:
    """What would be added, changed and left alone, what cannot be read in, and which owner
    functions do not exist yet."""

    new: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    same: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new_owners: dict[str, str] = field(default_factory=dict)
    owners: dict[str, Position] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """The same for two plans that do the same to the same versions of the same items."""
        parts = [
            f"{kind}:{line.entry.row}:{line.item and (line.item.pk, line.item.version)}"
            for kind, found in (("new", self.new), ("changed", self.changed), ("same", self.same))
            for line in found
        ]
        return sha256("|".join(parts).encode()).hexdigest()

    @property
    def does_something(self) -> bool:
        """Whether reading in would write anything."""
        return bool(self.new or self.changed)


def plan_of(listed: Listed) -> Plan:
    """Compare a sheet with the register as it is now."""
    plan = Plan(
        problems=list(listed.problems),
        owners={folded(position.title): position for position in positions()},
    )
    known, people = selectors.by_name(), {folded(person.name) for person in active_people()}
    for entry in listed.entries:
        present = known.get(folded(entry.title), [])
        if wrong := next(_wrong(listed, entry, present, plan.owners, people), None):
            plan.problems.append(wrong)
        else:
            _place(plan, entry, next((item for item in present if not item.retired_at), None))
    return plan


def _wrong(
    listed: Listed,
    entry: Entry,
    present: list[Item],
    owners: Mapping[str, Position],
    people: set[str],
) -> Iterator[Problem]:
    here = [item for item in present if not item.retired_at]
    if len(here) > 1:
        sentence = _(
            "In het register staan %(count)s onderwerpen met de naam '%(title)s'. Geef ze eerst "
            "elk een eigen naam."
        )
        values = {"count": len(here), "title": entry.title}
        yield Problem(listed.place(entry, "title"), sentence % values)
    if present and not here:
        sentence = _("'%(title)s' is uit het register gehaald. Zet het eerst terug.")
        yield Problem(listed.place(entry, "title"), sentence % {"title": entry.title})
    if not present:
        yield from _missing(listed, entry)
    owner = folded(entry.values.get("owner", ""))
    if owner in people and owner not in owners:
        sentence = _("'%(name)s' is de naam van een persoon. Zet hier de functie neer.")
        yield Problem(listed.place(entry, "owner"), sentence % {"name": entry.values["owner"]})


def _missing(listed: Listed, entry: Entry) -> Iterator[Problem]:
    """A new item needs a kind and a role; of a usual item we know them."""
    if named(entry.title):
        return
    if "kind" not in entry.values:
        sentence = _("'%(title)s' is nieuw. Zet erbij welke soort het is, zoals: proces.")
        yield Problem(listed.place(entry, "kind"), sentence % {"title": entry.title})
    if "role" not in entry.values:
        sentence = _("'%(title)s' is nieuw. Zet de rol erbij, zoals: dienstverlener.")
        yield Problem(listed.place(entry, "role"), sentence % {"title": entry.title})


def _place(plan: Plan, entry: Entry, item: Item | None) -> None:
    """Put a row with the new, the changed or the same."""
    owner = entry.values.get("owner", "")
    if owner and folded(owner) not in plan.owners:
        plan.new_owners.setdefault(folded(owner), owner)
    usual = named(entry.title) if item is None else None
    values = _with_what_is_usual(entry, usual)
    changes = tuple(_changes(values, item))
    line = Line(Entry(entry.row, entry.title, values), item, changes, usual)
    if item is None:
        plan.new.append(line)
    else:
        (plan.changed if changes else plan.same).append(line)


def _with_what_is_usual(entry: Entry, usual: Starter | None) -> Mapping[str, str]:
    if usual is None:
        return entry.values
    known = {"kind": usual.kind, "role": usual.role, "delivery": usual.delivery}
    return {**known, **entry.values}


def _changes(values: Mapping[str, str], item: Item | None) -> Iterator[Change]:
    """The filled cells that differ from what stands there. An empty cell changes nothing."""
    for name in FIELDS:
        new, old = values.get(name, ""), _text_of(item, name) if item else ""
        same = folded(new) == folded(old) if name == "owner" else new == old
        if new and not same:
            label = str(Item._meta.get_field(name).verbose_name)  # type: ignore[union-attr] # a plain field: it has one
            yield Change(name, label, in_words(name, old), in_words(name, new))


def _text_of(item: Item, name: str) -> str:
    """A field of an item as the text that a cell would give."""
    value = getattr(item, name)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else lines(str(value))


def in_words(name: str, text: str) -> str:
    """The value of a field, as people read it."""
    if text and name in LABELS:
        return str(LABELS[name](text).label)
    if text and name == "last_examined":
        return date_format(date.fromisoformat(text), "j F Y")
    return text
