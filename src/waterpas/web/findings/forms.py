"""What people fill in about findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.handbook import Item as HandbookItem
from waterpas.web.findings.models import Evidence, Finding
from waterpas.web.findings.points import groups, in_order, points, titles_of
from waterpas.web.findings.rules import Personal, State, personal_in
from waterpas.web.findings.selectors import choosable_items, examined_items
from waterpas.web.findings.services import NewEvidence
from waterpas.web.references.urns import resolve
from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.register.models import Item
from waterpas.web.ui.languages import language_of_page

# What a finding itself says; its evidence is stored beside it.
SAYS = ("title", "for_whom", "points", "item", "explanation")
REFUSALS: Mapping[Personal, str | Promise] = {
    Personal.EMAIL: _(
        "Hier staat een e-mailadres (%(found)s). Haal het weg: het wijst iemand aan."
    ),
    Personal.PHONE: _(
        "Hier staat een telefoonnummer (%(found)s). Haal het weg: het wijst iemand aan."
    ),
    Personal.BSN: _(
        "Hier staat een getal dat een burgerservicenummer kan zijn (%(found)s). Haal het weg. "
        "Is het een aantal? Schrijf het dan in woorden."
    ),
}


def refuse_personal(text: str) -> None:
    """Refuse a text that points at one human being, with one sentence."""
    if found := personal_in(text):
        kind, shown = found
        raise forms.ValidationError(str(REFUSALS[kind]) % {"found": shown.strip()})


class WordsField(forms.CharField):
    """A text about rules and groups: no details of one human being."""

    def __init__(self, *, rows: int = 0, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        super().__init__(widget=widget, validators=[refuse_personal], **kwargs)


@dataclass(frozen=True, slots=True)
class Choice:
    """One criterion or pattern in the form."""

    item: HandbookItem
    is_chosen: bool
    title: str
    footnote: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Criteria or patterns that stand together in the form."""

    name: str | Promise
    is_open: bool
    choices: tuple[Choice, ...]


class FindingForm(forms.Form):
    """What was seen, for whom, and with which criterion or pattern it belongs."""

    title = WordsField(
        label=_("Wat ziet u?"),
        help_text=_(
            "In één zin. Bijvoorbeeld: wij geven wie een hoofddoek draagt minder vaak een "
            "stageplek."
        ),
        max_length=200,
    )
    for_whom = WordsField(
        label=_("Wie raakt dit?"),
        help_text=_(
            "Zeg in algemene woorden wie het raakt. Bijvoorbeeld: inwoners die bijstand aanvragen "
            "en slecht Nederlands lezen. Schrijf nooit namen op. Weet u het niet? Schrijf dan: "
            "dat weten wij nog niet."
        ),
        rows=2,
        max_length=1000,
    )
    points = forms.MultipleChoiceField(
        label=_("Welk patroon ziet u, of aan welk criterium voldoet het niet?"),
        help_text=_("Kies er minstens één. Ze komen uit de handreiking."),
        choices=lambda: [(one, one) for one in points()],
        error_messages={
            "required": _("Kies minstens één patroon of criterium."),
            "invalid_choice": _("%(value)s staat niet in de handreiking. Kies uit de lijst."),
        },
        widget=forms.CheckboxSelectMultiple,
    )
    item = forms.ModelChoiceField(
        label=_("Over welk onderwerp uit het register gaat het?"),
        queryset=Item.objects.none(),
        required=False,
        empty_label=_("Geen onderwerp, of nog niet in het register"),
        error_messages={
            "invalid_choice": _(
                "Dit onderwerp staat niet meer in het register. Kies een ander, of laat het leeg."
            )
        },
    )
    explanation = WordsField(
        label=_("Uitleg"),
        help_text=_("Wat gebeurt er, waar en sinds wanneer?"),
        rows=4,
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, finding: Finding | None = None, **kwargs: Any) -> None:
        if finding:
            kwargs["initial"] = _there(finding)
        super().__init__(*args, **kwargs)
        item: Any = self.fields["item"]
        item.queryset = choosable_items(finding.item if finding else None)
        if finding:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, label=_("Versie"), initial=finding.version
            )
            self.fields["started"] = StartedField()
            self.initial["started"] = packed(_there(finding))

    def clean_points(self) -> list[str]:
        return in_order(self.cleaned_data["points"])

    def groups(self) -> list[ChoiceGroup]:
        """The criteria and patterns as the page shows them."""
        chosen = set(self["points"].value() or ())
        lang = language_of_page()
        shown = []
        for group in groups():
            choices = tuple(
                Choice(
                    item=item,
                    is_chosen=item.id in chosen,
                    title=item.title.text(lang),
                    footnote=item.footnote.text(lang) if item.footnote else "",
                )
                for item in group.items
            )
            has_chosen = any(choice.is_chosen for choice in choices)
            is_open = has_chosen or (not chosen and group.is_pattern)
            shown.append(ChoiceGroup(group.name, is_open, choices))
        return shown

    def again(self, now: Finding, changed: ChangedMeanwhile) -> "FindingForm":
        """The same form with what was typed; beside each field that both changed, theirs."""
        data = taken_along(self, FindingForm(finding=now), changed.untouched)
        again = FindingForm(data, finding=now)
        for name, value in changed.theirs.items():
            again.fields[name].theirs = _shown(name, value)  # type: ignore[attr-defined] # for our template
        return again


def _there(finding: Finding) -> dict[str, object]:
    return {name: getattr(finding, name) for name in SAYS}


def _shown(name: str, value: object) -> str:
    if name == "points" and isinstance(value, list):
        return "; ".join(titles_of(value, language_of_page()))
    return str(value or gettext("niets"))


class EvidenceForm(forms.Form):
    """What a finding rests on."""

    kind = forms.ChoiceField(
        label=_("Wat voor bewijs is het?"), choices=Evidence.Kind.choices, widget=forms.RadioSelect
    )
    text = WordsField(
        label=_("Wat laat het zien?"),
        help_text=_(
            "Een cijfer mag, maar hoeft niet. Is het een verhaal? Schrijf geen namen of "
            "herkenbare details op."
        ),
        rows=4,
        max_length=5000,
    )
    source = WordsField(
        label=_("Waar komt het vandaan?"),
        help_text=_("Bijvoorbeeld: artikel 3 van de verordening, of gesprekken in mei."),
        max_length=300,
        required=False,
    )
    urn = forms.CharField(
        label=_("Verwijzing"), widget=forms.HiddenInput, max_length=200, required=False
    )

    def clean_urn(self) -> str:
        name: str = self.cleaned_data["urn"]
        if name and resolve(name) is None:
            raise forms.ValidationError(
                _("Het onderzoek waar dit naar verwijst, is er niet meer. Begin opnieuw zonder.")
            )
        return name


class NewFindingForm(EvidenceForm, FindingForm):
    """A finding, perhaps with its first evidence."""

    field_order = ("title", "for_whom", "points", "item", "explanation", "kind", "text", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [("", _("Ik heb nog geen bewijs")), *Evidence.Kind.choices]
        kind.required = self.fields["text"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, text = cleaned.get("kind"), cleaned.get("text")
        if kind and not text and "text" not in self.errors:
            self.add_error("text", _("Schrijf op wat het bewijs laat zien."))
        if text and not kind and "kind" not in self.errors:
            self.add_error("kind", _("Kies wat voor bewijs dit is."))
        return cleaned

    def evidence(self) -> NewEvidence | None:
        """The first evidence, when there is some."""
        parts = {name: self.cleaned_data[name] for name in ("kind", "text", "source", "urn")}
        return NewEvidence(**parts) if parts["kind"] else None

    def finding(self) -> dict[str, Any]:
        """What the finding itself says."""
        return {name: self.cleaned_data[name] for name in SAYS}


class ReasonForm(forms.Form):
    """Why nothing changes."""

    reason = WordsField(
        label=_("Waarom verandert er niets?"),
        help_text=_("Deze reden staat bij de bevinding en bij stap 8, de verantwoording."),
        rows=5,
        max_length=2000,
    )


class FilterForm(forms.Form):
    """Which findings the list shows."""

    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("", _("Alle")),
            (State.OPEN.value, _("Wacht op een maatregel of besluit")),
            (State.HAS_ACTIONS.value, _("Heeft maatregelen")),
            (State.NO_ACTION.value, _("Besloten niets te doen")),
        ],
    )
    punt = forms.ChoiceField(label=_("Patroon of criterium"), required=False)
    onderwerp = forms.ModelChoiceField(
        label=_("Onderwerp"), queryset=Item.objects.none(), required=False, empty_label=_("Alle")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = language_of_page()
        point: Any = self.fields["punt"]
        point.choices = [("", _("Alle"))] + [
            (group.name, [(item.id, item.title.text(lang)) for item in group.items])
            for group in groups()
        ]
        item: Any = self.fields["onderwerp"]
        item.queryset = examined_items()
