"""What was there before: every version of a record that people change, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.selectors import names_of


class What(models.TextChoices):
    """What happened to a record."""

    ADDED = "added", _("toegevoegd")
    CHANGED = "changed", _("veranderd")
    MOVED = "moved", _("verplaatst")
    CARRIED = "carried", _("overgenomen van vooraf")
    LOOKED = "looked", _("opnieuw bekeken: het bleef hetzelfde")
    REMOVED = "removed", _("weggehaald")
    BACK = "back", _("teruggezet")


class Version(Protocol):
    """A stored version: what happened, what the record said then, when and by whom."""

    what: str
    says: Mapping[str, object]
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment at which a record changed."""

    at: datetime
    who: str
    what: str
    changes: tuple[Change, ...]


def moments(
    versions: Sequence[Version],
    *,
    labels: Mapping[str, str],
    shown: Callable[[str, object], str],
) -> list[Moment]:
    """Everything that happened, the last first. `versions` come with the last first."""
    names = names_of(one.saved_by for one in versions)
    before: Iterable[Mapping[str, object]] = [*(one.says for one in versions[1:]), {}]
    return [
        Moment(
            at=one.saved_at,
            who=names.get(one.saved_by, ""),
            what=str(What(one.what).label),
            changes=tuple(_changes(one.says, old, labels, shown)),
        )
        for one, old in zip(versions, before, strict=False)
    ]


def _changes(
    new: Mapping[str, object],
    old: Mapping[str, object],
    labels: Mapping[str, str],
    shown: Callable[[str, object], str],
) -> Iterable[Change]:
    for name, label in labels.items():
        if (new.get(name) or "") != (old.get(name) or ""):
            yield Change(label, shown(name, old.get(name)), shown(name, new.get(name)))
