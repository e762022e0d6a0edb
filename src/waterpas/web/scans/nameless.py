"""A form that asks to look again when a text seems to point at somebody, or to tell an origin."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans.identifying import pointing_in

LOOKED = _("Ik heb gekeken: dit wijst niemand aan en zegt niet waar iemand vandaan komt")


def warning(found: str) -> str:
    """What is said about words that seem to point at somebody."""
    words = gettext(
        "“%(words)s” lijkt op een naam, of zegt iets over afkomst. Haal het weg, of kruis "
        "onderaan aan dat u hebt gekeken."
    )
    return words % {"words": found}


class NamelessForm(forms.Form):
    """Warns before a text is saved; who looked may go on. Details are refused by the field.

    `nameless`: the free texts. `no_origin`: those of them that say which people somebody asked or
    met, where an origin of people in general is warned about too.
    """

    nameless: ClassVar[tuple[str, ...]] = ()
    no_origin: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_to_look()

    def ask_to_look(self) -> None:
        """Show the tick at the end of the form, when it is needed."""
        self.fields.pop("checked", None)
        if self.is_bound and ("checked" in self.data or self._pointing()):
            self.fields["checked"] = forms.BooleanField(label=LOOKED, required=False)

    def _pointing(self) -> dict[str, str]:
        """The fields that may point at somebody, with what is there."""
        found = {}
        for name in self.nameless:
            text = str(self.data.get(self.add_prefix(name), "")) if name in self.fields else ""
            if words := pointing_in(text, any_origin=name in self.no_origin):
                found[name] = words
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        named = {} if data.pop("checked", False) else self._pointing()
        for name, found in named.items():
            if name not in self.errors:
                self.add_error(name, warning(found))
        return data
