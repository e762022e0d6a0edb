"""The five questions. The answers stand in the address: they say nothing about any person."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from waterpas.routebook import Answers, Words, book
from waterpas.routebook.table import MOST
from waterpas.web.ui.languages import language_of_page

TEXT = "text"
# A text has no people in it: what is not said is then what makes no difference.
OF_TEXT = {"trait": "origin", "have": "nothing"}


def _said(words: Words | None) -> Any:
    """The words in the language of the page that shows them."""
    return lazy(lambda: words.text(language_of_page()) if words else "", str)()


def _choices(name: str) -> list[tuple[str, Any]]:
    return [(one.code, _said(one.label)) for one in book().asked(name).choices]


def _one(name: str, missing: Any) -> forms.ChoiceField:
    asked = book().asked(name)
    return forms.ChoiceField(
        label=_said(asked.label),
        help_text=_said(asked.help) if asked.help else "",
        choices=_choices(name),
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


class RouteForm(forms.Form):
    """What somebody wants to know, has and may use. About a text, only the first is needed."""

    about = _one("about", _("Kies over wie uw vraag gaat."))
    trait = _one("trait", _("Kies waarop u wilt vergelijken."))
    people = forms.CharField(
        label=_said(book().asked("people").label),
        help_text=_said(book().asked("people").help),
        max_length=14,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    have = _one("have", _("Kies wat u nu hebt."))
    may = forms.MultipleChoiceField(
        label=_said(book().asked("may").label),
        help_text=_said(book().asked("may").help),
        choices=_choices("may"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("about") == TEXT:
            for name in OF_TEXT:
                self.fields[name].required = False

    def clean_people(self) -> int | None:
        text = self.cleaned_data["people"].strip().replace(".", "").replace(" ", "")
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and 0 < int(text) <= MOST):
            raise forms.ValidationError(_("Vul een heel getal in, zoals 700. Of laat het leeg."))
        return int(text)

    def clean(self) -> dict[str, Any]:
        """Of nothing at all, only what comes first is said to be missing."""
        if not any(self.data.get(name) for name in ("about", *OF_TEXT)):
            for name in OF_TEXT:
                self.errors.pop(name, None)
        return self.cleaned_data

    def answers(self) -> Answers:
        """What was said; of a text, what was not said makes no difference."""
        said = self.cleaned_data
        return Answers(
            about=said["about"],
            trait=said["trait"] or OF_TEXT["trait"],
            people=said["people"],
            have=said["have"] or OF_TEXT["have"],
            may=frozenset(said["may"]),
        )
