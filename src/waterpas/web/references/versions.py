"""Two people who change one record: each keeps what only that person changed.

A form carries of every field a mark of what it started from (never the text itself). With it we
know which fields somebody touched. Only a field that both changed, and differently, is asked.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django import forms
from django.db.models import Model
from django.http import QueryDict
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

SALT = "waterpas.started"
LENGTH = 16
F = TypeVar("F", bound=forms.Form)


class ChangedMeanwhile(Exception):
    """Somebody else changed the record after it was opened.

    `theirs` maps the field that both changed to the value that is there now. `untouched` names the
    fields of which the present value is kept, because this person did not touch them.
    """

    def __init__(self, theirs: Mapping[str, object], untouched: Iterable[str] = ()) -> None:
        super().__init__(", ".join(theirs))
        self.theirs = dict(theirs)
        self.untouched = frozenset(untouched)


def mark_of(value: object) -> str:
    """A short mark: two values have the same one when a reader sees no difference."""
    plain = json.dumps(_plain(value), sort_keys=True, default=str)
    return salted_hmac(SALT, plain).hexdigest()[:LENGTH]


def packed(values: Mapping[str, object]) -> str:
    """The marks of what a form starts from, for its hidden field."""
    return ";".join(f"{name}={mark_of(value)}" for name, value in values.items())


def unpacked(text: str) -> dict[str, str]:
    """The marks out of the hidden field; what we cannot read is left out."""
    pairs = (each.partition("=") for each in text.split(";"))
    return {name: mark for name, _sign, mark in pairs if mark}


def together(
    wanted: Mapping[str, object], *, now: Mapping[str, object], started: Mapping[str, str]
) -> dict[str, object]:
    """What is to be written, when somebody else changed the record after the form was opened.

    Raises ChangedMeanwhile when both changed a field, differently. A field without a mark counts
    as touched.
    """
    marks = {name: mark_of(value) for name, value in wanted.items()}
    touched = {name for name in wanted if marks[name] != started.get(name)}
    theirs = {
        name: now[name]
        for name in wanted
        if name in touched and mark_of(now[name]) not in (started.get(name), marks[name])
    }
    if theirs:
        raise ChangedMeanwhile(theirs, wanted.keys() - touched)
    return {name: wanted[name] if name in touched else now[name] for name in wanted}


def rewritten(
    record: Model,
    wanted: Mapping[str, object],
    *,
    version: int,
    started: Mapping[str, str] | None,
) -> list[str]:
    """Write what is wanted into a record that is locked, and say which fields differed.

    `record` has a field `version`. Raises ChangedMeanwhile.
    """
    there = {name: getattr(record, name) for name in wanted}
    # Every record that is handed in has a version; Django's Model does not say so.
    present: int = record.version  # type: ignore[attr-defined]
    if present != version:
        wanted = together(wanted, now=there, started=started or {})
    differing = [name for name in wanted if wanted[name] != there[name]]
    if differing:
        for name in differing:
            setattr(record, name, wanted[name])
        # The same: the version of the record at hand.
        record.version = present + 1  # type: ignore[attr-defined]
        record.save(update_fields=[*differing, "version"])
    return differing


class StartedField(forms.CharField):
    """The hidden field with the marks of what the form started from."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, max_length=5000)

    def clean(self, value: object) -> dict[str, str]:
        return unpacked(str(super().clean(value) or ""))


def keep_track(form: forms.Form, *, version: int, there: Mapping[str, object]) -> None:
    """Let a form remember the version, and of each field a mark of what it started from."""
    form.fields["version"] = forms.IntegerField(
        widget=forms.HiddenInput, label=_("Versie"), initial=version
    )
    form.fields["started"] = StartedField()
    form.initial["started"] = packed(there)


def shown_again(form: F, make: Callable[[QueryDict | None], F], changed: ChangedMeanwhile) -> F:
    """The same form with what was typed; beside each field that both changed, theirs.

    `make` makes the form of the record as it is now, with or without typed data.
    """
    fresh = make(None)
    again = make(taken_along(form, fresh, changed.untouched))
    for name, value in changed.theirs.items():
        words = dict(getattr(fresh.fields[name], "choices", ())).get(fresh[name].value())
        shown = value if words is None or isinstance(value, Model) else words
        # An attribute of ours on a field of Django, for the template.
        again.fields[name].theirs = str(shown or _("niets"))  # type: ignore[attr-defined]
    return again


def taken_along(form: forms.Form, fresh: forms.Form, untouched: Iterable[str]) -> QueryDict:
    """What was typed, with the present value in each field that was not touched.

    `fresh` is the same form of the record as it is now; its version and its marks come along, so
    that the form can be sent again.
    """
    data = QueryDict(mutable=True)
    data.update(form.data)  # takes over every value of a field with several
    for name in {"version", "started", *untouched} & fresh.fields.keys():
        value = fresh[name].value()
        values = value if isinstance(value, list | tuple) else [value]
        shown = ["" if each is None else str(each) for each in values]
        data.setlist(form.add_prefix(name), shown)
    return data


def _plain(value: object) -> object:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, list | tuple):
        return sorted(map(str, value))
    return "\n".join(value.split("\r\n")).strip() if isinstance(value, str) else value
