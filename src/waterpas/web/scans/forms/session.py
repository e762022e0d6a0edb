"""What is agreed and chosen before people sit together."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.scans.asked import questions_of
from waterpas.web.scans.models import Scan
from waterpas.web.scans.nameless import NamelessForm
from waterpas.web.scans.selectors import applicable
from waterpas.web.scans.sessions import open_criteria
from waterpas.web.ui.languages import language_of_page

MANY, LONG = 100, 120


class SessionForm(NamelessForm):
    """How many people, who takes notes, the day, and which criteria."""

    nameless = ("notes_by",)
    number = forms.IntegerField(
        label=_("Met hoeveel mensen zit u samen?"),
        help_text=_("4 tot 7 werkt het best. Wij bewaren alleen het aantal, geen namen."),
        min_value=1,
        max_value=MANY,
    )
    notes_by = WordsField(
        label=_("Wie schrijft op?"),
        help_text=_("Noem de functie, geen naam. Bijvoorbeeld: beleidsadviseur wonen."),
        max_length=120,
    )
    held_on = forms.DateField(
        label=_("Op welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten per criterium?"),
        help_text=_("Alleen als hulp. Er gaat geen bel, en niets stopt."),
        min_value=1,
        max_value=LONG,
        initial=10,
    )
    criteria = forms.MultipleChoiceField(
        label=_("Welke criteria vandaag?"),
        help_text=_("Wat nog open staat, is al aangekruist. In twee uur lukken er ongeveer tien."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één criterium.")},
    )

    def __init__(self, *args: Any, scan: Scan, **kwargs: Any) -> None:
        chosen = {"held_on": timezone.localdate(), "criteria": list(open_criteria(scan))}
        super().__init__(*args, initial=chosen, **kwargs)
        lang, there, field = language_of_page(), questions_of(scan), self.fields["criteria"]
        field.choices = [  # type: ignore[attr-defined] # Django's types know no field by its name
            (one, f"{one} {there[one].title.text(lang)}") for one in applicable(scan)
        ]
