"""A form that asks to look again when a text seems to hold the name of somebody."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans.identifying import name_in


class NamelessForm(forms.Form):
    """Warns once before a name is saved; who looked may go on. Details are refused by the field."""

    nameless: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and ("checked" in self.data or self._names()):
            self.fields["checked"] = forms.BooleanField(
                label=_("Ik heb gekeken: dit is geen naam van iemand"), required=False
            )

    def _names(self) -> dict[str, str]:
        texts = {name: str(self.data.get(self.add_prefix(name), "")) for name in self.nameless}
        return {name: found for name, text in texts.items() if (found := name_in(text))}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        named = {} if data.pop("checked", False) else self._names()
        for name, found in named.items():
            if name not in self.errors:
                self.add_error(name, self._warning(found))
        return data

    @staticmethod
    def _warning(found: str) -> str:
        words = gettext(
            "“%(words)s” lijkt op een naam. Schrijf een functie op, of kruis onderaan aan dat u "
            "hebt gekeken."
        )
        return words % {"words": found}
