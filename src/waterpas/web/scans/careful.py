"""A form that warns before a name is saved, and that two people can have open at once."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.scans.identifying import name_in, origin_in

ASIDE = frozenset({"version", "started", "checked", "after"})


class CarefulForm(forms.Form):
    """The base of a form about a way of working. `there`: what is stored; empty for a new one."""

    NO_NAMES: ClassVar[tuple[str, ...]] = ()
    NO_ORIGIN: ClassVar[tuple[str, ...]] = ()

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
        if self.is_bound and ("checked" in self.data or self._identifying()):
            self.fields["checked"] = forms.BooleanField(
                label=_("Ik heb gekeken: dit wijst niemand aan"), required=False
            )

    def _identifying(self) -> dict[str, str]:
        """The fields that may point at somebody, with what is there."""
        found = {}
        for name in self.NO_NAMES:
            text = str(self.data.get(self.add_prefix(name), ""))
            words = name_in(text) or (origin_in(text) if name in self.NO_ORIGIN else "")
            if words:
                found[name] = words
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name, words in {} if data.get("checked") else self._identifying().items():
            if name not in self.errors:
                self.add_error(name, self._warning(name) % {"words": words})
        return data

    def _warning(self, name: str) -> str:
        if name in self.NO_ORIGIN:
            return gettext(
                "“%(words)s” lijkt op een naam, of zegt iets over afkomst. Haal het weg, of kruis "
                "onderaan aan dat u hebt gekeken."
            )
        return gettext(
            "“%(words)s” lijkt op een naam. Haal het weg, of kruis onderaan aan dat u hebt gekeken."
        )

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
        raise NotImplementedError(name)
