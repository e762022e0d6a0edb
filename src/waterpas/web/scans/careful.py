"""A form that warns before a name is saved, and that two people can have open at once."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.scans.nameless import NamelessForm

ASIDE = frozenset({"version", "started", "after"})


class CarefulForm(NamelessForm):
    """The base of a form about a way of working. `there`: what is stored; empty for a new one."""

    def __init__(
        self, *args: Any, there: Mapping[str, Any] | None = None, version: int = 0, **kwargs: Any
    ) -> None:
        if there:
            kwargs["initial"] = dict(there)
        super().__init__(*args, **kwargs)
        if there:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, label=_("Versie"), initial=version
            )
            self.fields["started"] = StartedField()
            self.initial["started"] = packed(there)
            self.ask_to_look()

    def says(self) -> dict[str, Any]:
        """What is to be stored."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ASIDE}

    def again(self, there: Mapping[str, Any], version: int, changed: ChangedMeanwhile) -> Self:
        """The same form with what was typed; beside each field that both changed, theirs."""
        fresh = type(self)(there=there, version=version)
        again = type(self)(
            taken_along(self, fresh, changed.untouched), there=there, version=version
        )
        for name, value in changed.theirs.items():
            if name in again.fields:
                # An attribute of ours on a field of Django, for the template.
                again.fields[name].theirs = self.shown(name, value)  # type: ignore[attr-defined]
        return again

    @staticmethod
    def shown(name: str, value: object) -> str:
        """A stored value in words."""
        # Each form says its own values in words.
        raise NotImplementedError(name)
