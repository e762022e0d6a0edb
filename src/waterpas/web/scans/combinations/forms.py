"""What people fill in about a combination of characteristics."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.scans.careful import CarefulForm
from waterpas.web.scans.combinations import kinds
from waterpas.web.scans.combinations.models import Known
from waterpas.web.scans.combinations.rules import is_combination
from waterpas.web.scans.combinations.words import shown
from waterpas.web.ui.languages import language_of_page


@dataclass(frozen=True, slots=True)
class Tick:
    """One kind of situation in the form."""

    id: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Ticks:
    """The kinds that stand together in the form."""

    name: str
    ticks: tuple[Tick, ...]


class CombinationForm(CarefulForm):
    """Which characteristics come together, what happens then, and how we know."""

    nameless: ClassVar = ("own", "happens", "known_how", "changes")

    kinds = forms.MultipleChoiceField(
        label=_("Welke kenmerken komen samen?"),
        help_text=_("Kies er minstens twee. Het gaat om een soort situatie, nooit om één mens."),
        choices=lambda: [(one, one) for one in kinds.by_id()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("%(value)s staat niet in de lijst.")},
    )
    own = WordsField(
        label=_("Of in uw eigen woorden"),
        help_text=_(
            "Dit telt mee als één kenmerk. Bijvoorbeeld: werkt in ploegendienst. Schrijf geen "
            "namen op."
        ),
        max_length=120,
        required=False,
    )
    happens = WordsField(
        label=_("Wat gebeurt er voor hen in dit beleid?"),
        help_text=_("Weet u het nog niet? Laat het leeg, of schrijf op wat u zou willen weten."),
        rows=4,
        max_length=3000,
        required=False,
    )
    known = forms.ChoiceField(
        label=_("Hoe weet u dat?"),
        choices=Known.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord. Niet weten mag ook.")},
    )
    known_how = WordsField(
        label=_("Welke bron, of hoe hebt u het gevraagd?"),
        help_text=_("Bijvoorbeeld: gesprek aan tafel met ouders, in mei. Schrijf geen namen op."),
        rows=2,
        max_length=1000,
        required=False,
    )
    changes = WordsField(
        label=_("Wat verandert er in het beleid?"),
        help_text=_("Nog niet bekend? Laat het leeg: dan staat dat in de uitkomst."),
        rows=3,
        max_length=2000,
        required=False,
    )

    def clean_kinds(self) -> list[str]:
        return kinds.in_order(self.cleaned_data["kinds"])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not {"kinds", "own"} & self.errors.keys() and not is_combination(
            data["kinds"], data["own"]
        ):
            self.add_error("kinds", _("Eén kenmerk is geen combinatie. Kies er nog minstens één."))
        if data.get("known") in (Known.SOURCE, Known.ASKED):
            self._ask("happens", gettext("Schrijf op wat er voor hen gebeurt."))
            self._ask("known_how", gettext("Schrijf op welke bron, of hoe u het vroeg."))
        return data

    def _ask(self, name: str, words: str) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, words)

    def shelves(self) -> list[Ticks]:
        """The kinds as the page shows them."""
        chosen, lang = set(self["kinds"].value() or ()), language_of_page()
        return [
            Ticks(
                shelf.name.text(lang),
                tuple(Tick(one.id, one.words.text(lang), one.id in chosen) for one in shelf.kinds),
            )
            for shelf in kinds.shelves()
        ]

    @staticmethod
    def shown(name: str, value: object) -> str:
        return shown(name, value) or gettext("niets")
