"""Which kinds of things a municipality always scans."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.scans import lists
from waterpas.web.scans.nameless import NamelessForm
from waterpas.web.scans.triggers import FIELDS, KINDS, OWN, choosable, chosen_now, words_of_own
from waterpas.web.ui.languages import language_of_page


class TriggersForm(NamelessForm):
    """Of each kind of thing: no scan of its own accord, or always with this list."""

    nameless = tuple(words_of_own(code) for code in OWN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        there = chosen_now()
        super().__init__(*args, **kwargs)
        for code, label in KINDS.items():
            self.fields[code] = _list_field(str(label)[:1].upper() + str(label)[1:], there[code])
        for number, code in enumerate(OWN, start=1):
            self.fields[words_of_own(code)] = WordsField(
                label=gettext("Iets anders (%(number)d)") % {"number": number},
                help_text=_("In uw eigen woorden. Bijvoorbeeld: een besluit over een wijk."),
                max_length=120,
                required=False,
            )
            label = gettext("Welke toets hoort daarbij? (%(number)d)") % {"number": number}
            self.fields[code] = _list_field(label, there[code])
        self.fields["started"] = StartedField()
        self.initial = {**there, "started": packed(there)}
        self.ask_to_look()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for code in OWN:
            words = words_of_own(code)
            if data.get(code) and not data.get(words) and words not in self.errors:
                self.add_error(words, _("Schrijf op wat u altijd toetst."))
            if data.get(words) and not data.get(code) and code not in self.errors:
                self.add_error(code, _("Kies welke toets hierbij hoort, of maak het veld leeg."))
        return data

    def wanted(self) -> dict[str, str]:
        """What is chosen, by field."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def again(self, changed: ChangedMeanwhile) -> "TriggersForm":
        """The same form with what was chosen; beside each field that both changed, theirs."""
        again = TriggersForm(taken_along(self, TriggersForm(), changed.untouched))
        for name, value in changed.theirs.items():
            # An attribute of ours on a field of Django, for the template.
            again.fields[name].theirs = _shown(name, str(value))  # type: ignore[attr-defined]
        return again


def _list_field(label: str, now: str) -> forms.ChoiceField:
    lang = language_of_page()
    found = {one.id: one.title.text(lang) for one in choosable()}
    if now and now not in found:
        found[now] = lists.find(now).title.text(lang)
    none = ("", _("niet altijd een toets"))
    return forms.ChoiceField(label=label, choices=[none, *found.items()], required=False)


def _shown(name: str, value: str) -> str:
    if name.endswith("-words"):
        return value or gettext("niets")
    title = lists.find(value).title.text(language_of_page()) if value else ""
    return title or gettext("niet altijd een toets")
