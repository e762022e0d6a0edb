"""What is planned: the form of an action, and that of the means of several."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.actions import rules, selectors, words
from waterpas.web.actions.errors import DayOutOfRange, NoReasonGiven, ReviewerIsOwner
from waterpas.web.actions.forms.fields import EuroField, FteField, PositionField, day_field
from waterpas.web.actions.models import Action, Money
from waterpas.web.people.new_positions import NewPositionsMixin
from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.register.models import Item
from waterpas.web.ui.languages import language_of_page

MEANS = ("fte", "euro_once", "euro_yearly", "money")
POINT_FIELDS = ("patterns", "wanted", "unwanted")


class MeansMixin(forms.Form):
    """People and money for an action."""

    fte = FteField(
        label=_("Hoeveel fte?"),
        help_text=_("Bijvoorbeeld 0,5. Geen uren nodig? Vul 0 in."),
        required=False,
    )
    euro_once = EuroField(
        label=_("Euro, eenmalig"),
        help_text=_("Geen geld nodig? Vul 0 in: dat is ook een besluit."),
        required=False,
    )
    euro_yearly = EuroField(label=_("Euro, elk jaar"), required=False)
    money = forms.ChoiceField(label=_("Stand van het geld"), choices=Money.choices)


class ActionForm(NewPositionsMixin, MeansMixin):
    """What changes, why, who does it, with which means, before when."""

    title = forms.CharField(
        label=_("Wat gaat u doen?"),
        help_text=_("Kort en concreet: zo heet de maatregel in de lijst."),
        max_length=200,
    )
    change = forms.CharField(
        label=_("Wat verandert er precies?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    item = forms.ModelChoiceField(
        label=_("Waar gaat het over?"),
        help_text=_("Een onderwerp uit het register."),
        queryset=Item.objects.none(),
        required=False,
        empty_label=_("Geen onderwerp"),
    )
    patterns = forms.MultipleChoiceField(
        label=_("Patronen"), widget=forms.CheckboxSelectMultiple, required=False
    )
    wanted = forms.MultipleChoiceField(
        label=_("Criteria: zo wel"), widget=forms.CheckboxSelectMultiple, required=False
    )
    unwanted = forms.MultipleChoiceField(
        label=_("Criteria: zo niet"), widget=forms.CheckboxSelectMultiple, required=False
    )
    owner = PositionField(
        label=_("Eigenaar"),
        help_text=_("De functie die dit uitvoert. Zonder eigenaar blijft het liggen."),
    )
    reviewer = PositionField(
        label=_("Wie kijkt mee?"), help_text=_("Een andere functie, die ziet of het echt gebeurt.")
    )
    accountable = PositionField(
        label=_("Wie legt verantwoording af?"),
        help_text=_("Meestal de leidinggevende van de eigenaar."),
    )
    due = day_field(label=_("Ingevoerd voor"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    started = StartedField()
    NEW = {
        "owner": _("Nieuwe functie als eigenaar"),
        "reviewer": _("Nieuwe functie die meekijkt"),
        "accountable": _("Nieuwe functie die verantwoording aflegt"),
    }
    field_order = ("title", "change", "item", *POINT_FIELDS, "owner", "reviewer", "accountable")

    def __init__(self, *args: Any, preventive: bool, action: Action | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.preventive = preventive
        self.kept = _show_points(self)
        there = Q(retired_at=None) | Q(pk=action.item_id if action else None)
        self.fields["item"].queryset = Item.objects.filter(there)  # type: ignore[attr-defined] # Django's types know no field by its name

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due and not rules.is_sane_day(due):
            raise forms.ValidationError(words.REFUSALS[DayOutOfRange])  # type: ignore[arg-type] # a sentence that is translated when it is shown
        return due

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        chosen = [point for name in POINT_FIELDS for point in values.get(name, [])]
        if self.preventive and not chosen + self.kept:
            self.add_error("patterns", str(words.REFUSALS[NoReasonGiven]))
        if values.get("owner") and values.get("owner") == values.get("reviewer"):
            self.add_error("reviewer", str(words.REFUSALS[ReviewerIsOwner]))
        return values

    @property
    def values(self) -> dict[str, Any]:
        """What the services take: without the version, the points together."""
        values = {**self.cleaned_data}
        values.pop("version", None)
        values.pop("started", None)
        chosen = [point for name in POINT_FIELDS for point in values.pop(name)]
        return {**values, "points": chosen + self.kept}


def initial_of(action: Action) -> dict[str, Any]:
    """What stands in the form of an action that is there."""
    fields = ("title", "change", "points", *MEANS, "due", "version")
    choices = ("item", "owner", "reviewer", "accountable")
    return {
        **{field: getattr(action, field) for field in fields},
        **{field: getattr(action, f"{field}_id") for field in choices},
        "started": packed(
            {field: getattr(action, field) for field in (*fields, *choices) if field != "version"}
        ),
    }


def show_theirs(form: forms.Form, fresh: forms.Form, meanwhile: ChangedMeanwhile) -> None:
    """Beside each field that both changed: what is there now. What was typed stays."""
    untouched = set(meanwhile.untouched)
    if "points" in untouched:
        untouched |= set(POINT_FIELDS)
    form.data = taken_along(form, fresh, untouched)
    form.add_error(
        None,
        gettext(
            "Iemand anders heeft deze maatregel veranderd terwijl u bezig was. Bij elk veld dat u "
            "allebei veranderde, staat wat er nu is. Kies wat moet blijven, en bewaar opnieuw."
        ),
    )
    for field, value in meanwhile.theirs.items():
        where = "patterns" if field == "points" else field
        form.add_error(where, gettext("Er staat nu: %(value)s") % {"value": _shown(field, value)})


def _shown(field: str, value: object) -> str:
    if value is None or value == "" or value == []:
        return gettext("niets")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if field == "money":
        return str(Money(str(value)).label)
    if isinstance(value, list):
        items, lang = selectors.handbook_items(), language_of_page()
        return words.listed([items[p].title.text(lang) if p in items else p for p in value])
    return words.number(value) if isinstance(value, Decimal | int) else str(value)


def _show_points(form: forms.Form) -> list[str]:
    """Fill in the choices of criteria and patterns; gives the points that are no choice here."""
    groups: dict[str, list[tuple[str, str]]] = {name: [] for name in POINT_FIELDS}
    for item in selectors.handbook_items().values():
        name = _group_of_point(item.kind, item.direction)
        if name:
            groups[name].append((item.id, item.title.text(language_of_page())))
    initial: Sequence[str] = form.initial.get("points") or []
    for name, choices in groups.items():
        form.fields[name].choices = choices  # type: ignore[attr-defined] # Django's types know no field by its name
        form.initial[name] = [point for point, _words in choices if point in initial]
    shown = {point for choices in groups.values() for point, _words in choices}
    return [point for point in initial if point not in shown]


def _group_of_point(kind: str, direction: str | None) -> str:
    if kind == "criterion":
        return "wanted" if direction == "do" else "unwanted"
    return "patterns" if kind == "pattern" else ""


class MeansForm(MeansMixin):
    """The means of one action, in a page with several. What was not touched is left alone."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    started = StartedField()

    def __init__(self, data: Any = None, *, action: Action) -> None:
        initial = {field: getattr(action, field) for field in MEANS}
        initial |= {"started": packed(initial), "version": action.version}
        super().__init__(data, initial=initial, prefix=str(action.pk))
        self.action = action
        for name in MEANS:
            self.fields[name].show_hidden_initial = True
            self.fields[name].help_text = ""

    @property
    def is_touched(self) -> bool:
        """Whether somebody changed something, compared with what the page showed."""
        return bool(set(self.changed_data) & set(MEANS))
