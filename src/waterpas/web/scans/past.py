"""What an answer said before: who changed which field, from what to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from waterpas.web.references.urns import resolve
from waterpas.web.scans.forms.answer import shown
from waterpas.web.scans.models import Answer, AnswerVersion
from waterpas.web.scans.selectors import SAYS


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that changed."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Past:
    """One moment at which an answer was saved."""

    number: int
    at: datetime
    who: str
    changes: tuple[Changed, ...]


def past_of(versions: Sequence[AnswerVersion], names: Mapping[str, str]) -> list[Past]:
    """Every time that an answer was saved, the last first; the first time every field is new."""
    earlier: list[AnswerVersion | None] = [*versions[1:], None]
    if not versions:
        return []
    return [
        Past(
            number=one.number,
            at=one.saved_at,
            who=names.get(one.saved_by, ""),
            changes=_changes(one.says, before.says if before else {}),
        )
        for one, before in zip(versions, earlier, strict=True)
    ]


def _changes(new: Mapping[str, object], old: Mapping[str, object]) -> tuple[Changed, ...]:
    return tuple(
        Changed(_label(name), _words(name, old.get(name)), _words(name, new.get(name)))
        for name in SAYS
        if (new.get(name) or "") != (old.get(name) or "")
    )


def _label(name: str) -> str:
    # Only called for plain fields: a relation backwards has no such name.
    return str(Answer._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _words(name: str, value: object) -> str:
    if name == "study" and value:
        found = resolve(str(value))
        return found.title if found else str(value)
    return shown(name, value) if value else ""
