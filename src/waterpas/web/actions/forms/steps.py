"""What happens to an action: introduced, concluded, linked; and what a list shows."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.web.actions import rules, selectors, words
from waterpas.web.actions.errors import DayOutOfRange, IntroducedInFuture
from waterpas.web.actions.forms.fields import day_field
from waterpas.web.actions.models import Action, Status
from waterpas.web.findings.models import Finding
from waterpas.web.people.selectors import positions
from waterpas.web.references.urns import resolve
from waterpas.web.register.models import Item


class IntroduceForm(forms.Form):
    """Since when it is introduced."""

    introduced_on = day_field(
        label=_("Sinds wanneer is het ingevoerd?"),
        help_text=_("De dag waarop mensen anders gingen werken."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_introduced_on(self) -> Any:
        day = self.cleaned_data["introduced_on"]
        if not rules.is_sane_day(day):
            raise forms.ValidationError(str(words.REFUSALS[DayOutOfRange]))
        if day > self.today:
            raise forms.ValidationError(str(words.REFUSALS[IntroducedInFuture]))
        return day


class ConcludeForm(forms.Form):
    """What shows that it works; or what was left of it."""

    effect = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}))
    effect_urn = forms.ChoiceField(
        label=_("Welk onderzoek laat dat zien?"),
        help_text=_("Liefst hetzelfde onderzoek als bij de bevinding, opnieuw gedaan."),
        required=False,
    )

    def __init__(self, data: Any = None, *, action: Action, also: str = "") -> None:
        initial = {"effect": action.effect, "effect_urn": action.effect_urn or also}
        super().__init__(data, initial=initial)
        found = selectors.evidence_to_point_at(action)
        known = {one.urn: one.title for one in found}
        for urn in (also, action.effect_urn):
            if urn and (one := resolve(urn)):
                known[one.urn] = one.title
        self.fields["effect_urn"].choices = [  # type: ignore[attr-defined] # Django's types know no field by its name
            ("", _("Geen onderzoek in Waterpas")),
            *known.items(),
        ]


class WorksForm(ConcludeForm):
    """What shows that it works."""

    def __init__(self, data: Any = None, *, action: Action, also: str = "") -> None:
        super().__init__(data, action=action, also=also)
        self.fields["effect"].label = _("Waaruit blijkt dat het werkt?")
        self.fields["effect"].help_text = _(
            "Schrijf op wat er is veranderd, voor wie, en hoe u dat weet. Bijvoorbeeld: het "
            "verschil bij de volgende meting, of wat mensen erover vertellen."
        )


class DilutedForm(ConcludeForm):
    """What was left of it."""

    def __init__(self, data: Any = None, *, action: Action, also: str = "") -> None:
        super().__init__(data, action=action, also=also)
        self.fields["effect"].label = _("Waarom is deze maatregel afgezwakt?")
        self.fields["effect"].help_text = _(
            "Schrijf op wat er van het plan over is, en waardoor dat zo is gegaan."
        )


class LinkForm(forms.Form):
    """A finding that this action answers too."""

    finding = forms.ModelChoiceField(
        label=_("Welke bevinding pakt deze maatregel ook aan?"),
        queryset=Finding.objects.none(),
        empty_label=_("Kies een bevinding"),
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["finding"].queryset = selectors.findings_to_link(  # type: ignore[attr-defined] # Django's types know no field by its name
            action
        )


class ChooseForm(forms.Form):
    """An action that is there already, for a finding."""

    action = forms.ModelChoiceField(
        label=_("Welke maatregel pakt deze bevinding aan?"),
        queryset=Action.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args: Any, finding: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Action.objects.exclude(findings=finding)
        self.fields["action"].queryset = others  # type: ignore[attr-defined] # Django's types know no field by its name


class FilterForm(forms.Form):
    """What the list shows. Anything that is not a choice shows everything."""

    status = forms.ChoiceField(
        label=_("Stand"), choices=[("", _("Alle")), *Status.choices], required=False
    )
    owner = forms.ModelChoiceField(
        label=_("Eigenaar"),
        queryset=positions().none(),
        required=False,
        empty_label=_("Alle"),
    )
    item = forms.ModelChoiceField(
        label=_("Onderwerp"), queryset=Item.objects.none(), required=False, empty_label=_("Alle")
    )
    gap = forms.ChoiceField(
        label=_("Wat er mist"),
        choices=[("", _("Alle")), *((gap.value, words.MISSING[gap]) for gap in rules.Gap)],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners = positions().filter(owned_actions__isnull=False).distinct()
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined] # Django's types know no field by its name
        items = Item.objects.filter(actions__isnull=False).distinct()
        self.fields["item"].queryset = items  # type: ignore[attr-defined] # Django's types know no field by its name

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, and could be chosen."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
