"""The pre-scan, the opening page, the second time, and the decision."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.references.versions import (
    ChangedMeanwhile,
    StartedField,
    mark_of,
    packed,
    taken_along,
)
from waterpas.web.register.models import Delivery, Item, Role
from waterpas.web.scans import lists
from waterpas.web.scans.asked import list_of
from waterpas.web.scans.lists import QuestionList
from waterpas.web.scans.models import Choice, Knows, Scan
from waterpas.web.scans.nameless import NamelessForm
from waterpas.web.scans.selectors import items_for, seen_now
from waterpas.web.scans.services import OPENING
from waterpas.web.scans.triggers import name_of, triggers
from waterpas.web.scans.words import QUESTIONS
from waterpas.web.ui.languages import language_of_page

NOT_AHEAD = _("Kies een dag die nog komt.")
FARTHEST = timedelta(days=5 * 366)
TOO_FAR = _("Kies een dag binnen vijf jaar. Anders kijkt er niemand meer naar om.")
# What is stored of a question of the opening page that the list does not need.
NOT_ASKED = {
    "haste": "",
    "delivery": "",
    "with_conditions": Knows.UNKNOWN.value,
    "with_partners": Knows.UNKNOWN.value,
}


class DayAheadField(forms.DateField):
    """A day that lies ahead."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        messages = {"required": _("Kies een dag waarop u opnieuw kijkt.")}
        super().__init__(widget=widget, error_messages=messages, **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if isinstance(value, date) and value <= timezone.localdate():
            raise forms.ValidationError(NOT_AHEAD)
        if isinstance(value, date) and value > timezone.localdate() + FARTHEST:
            raise forms.ValidationError(TOO_FAR)


def recheck() -> DayAheadField:
    """On which day somebody looks again."""
    return DayAheadField(
        label=_("Op welke dag kijkt u opnieuw?"),
        help_text=_("Dan komt de toets vanzelf terug op de lijst. Een jaar later is gewoon."),
    )


class RadioSelect(forms.RadioSelect):
    """As that of Django, with nothing chosen beforehand when a choice stands for an empty value.

    The name is that of Django: the template of a field goes by it.
    """

    def format_value(self, value: Any) -> list[str]:
        return [] if value is None else super().format_value(value)


class PrescanForm(forms.Form):
    """Eight questions; not knowing is always an answer, and nothing is chosen beforehand.

    Below the last one, about deciding soon, stands what the municipality always scans.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in QUESTIONS.items():
            self.fields[name] = forms.ChoiceField(
                label=str(label),
                help_text=str(help_text),
                choices=Knows.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Kies een antwoord. Niet weten mag ook.")},
            )
        if fixed := triggers():
            self.fields["triggers"] = forms.MultipleChoiceField(
                label=_("Is het een van deze? Uw gemeente toetst die altijd."),
                help_text=_("Kruis aan wat klopt. Is het geen van deze? Sla dit dan over."),
                choices=[(one.code, name_of(one.code, one.words)) for one in fixed],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )


class OpeningForm(NamelessForm):
    """What is examined, who carries it out, and which questions apply: as far as a list asks."""

    nameless = ("about", "aim", "haste")

    item = forms.ModelChoiceField(
        label=_("Welk onderwerp uit het register?"),
        queryset=Item.objects.none(),
        empty_label=_("Kies een onderwerp"),
        error_messages={
            "required": _("Kies een onderwerp."),
            "invalid_choice": _("Dit onderwerp kunt u bij deze toets niet kiezen."),
        },
    )
    about = WordsField(
        label=_("Welke versie bekijkt u?"),
        max_length=120,
    )
    aim = WordsField(
        label=_("Wat wil het beleid bereiken?"),
        help_text=_("In één of twee zinnen."),
        rows=2,
        max_length=1000,
    )
    haste = WordsField(
        label=_("Waarom nu een korte toets?"),
        help_text=_("Wat maakt dat het niet kan wachten? Deze reden blijft bij de toets staan."),
        rows=2,
        max_length=1000,
    )
    delivery = forms.ChoiceField(
        label=_("Wie voert het uit?"),
        help_text=_("Dit bepaalt mee wat wij u vragen."),
        choices=[*Delivery.choices, ("", _("dat weten we nog niet"))],
        widget=RadioSelect,
        required=False,
    )
    with_conditions = forms.ChoiceField(
        label=_("Werkt het beleid met voorwaarden, zoals bij een subsidie?"),
        help_text=_("Alleen dan geldt het criterium over voorwaarden."),
        choices=Knows.choices,
        widget=forms.RadioSelect,
    )
    with_partners = forms.ChoiceField(
        label=_("Werkt het beleid met samenwerking, zoals een samenwerkingsverband?"),
        help_text=_("Alleen dan geldt het criterium over samenwerken."),
        choices=Knows.choices,
        widget=forms.RadioSelect,
    )
    recheck_on = recheck()

    def __init__(
        self,
        *args: Any,
        scan: Scan | None = None,
        asked: QuestionList | None = None,
        **kwargs: Any,
    ) -> None:
        if scan:
            kwargs["initial"] = {name: getattr(scan, name) for name in OPENING}
        super().__init__(*args, **kwargs)
        self.asked = asked or (list_of(scan) if scan else lists.find(lists.FULL))
        self._word()
        self._leave_out()
        if scan is None:
            self._about_items()
            self.ask_to_look()
            return
        del self.fields["item"]
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, label=_("Versie"), initial=scan.version
        )
        self.fields["started"] = StartedField()
        self.initial["started"] = packed(self.initial)
        # A day that has come may stay; another one must lie ahead.
        if scan.recheck_on <= timezone.localdate():
            self.fields["recheck_on"] = forms.DateField(
                label=self.fields["recheck_on"].label,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
        self.ask_to_look()

    def _word(self) -> None:
        """What the list itself says about its fields."""
        lang = language_of_page()
        if not self.asked.is_gone:
            self.fields["about"].help_text = self.asked.about.text(lang)
            self.fields["aim"].label = self.asked.aim.text(lang)
        if self.asked.followed_by:
            follows = lists.find(self.asked.followed_by).title.text(lang)
            day = self.fields["recheck_on"]
            day.label = gettext("Op welke dag volgt de %(list)s?") % {"list": follows.lower()}
            day.help_text = _("Op die dag komt dit vanzelf terug op de lijst.")

    def _leave_out(self) -> None:
        """What no question of the list depends on is not asked."""
        needs = self.asked.depends_on
        if not needs.intersection(Delivery.values):
            del self.fields["delivery"]
        for name in ("with_conditions", "with_partners"):
            if name not in needs:
                del self.fields[name]
        if not self.asked.followed_by:
            del self.fields["haste"]
        if "delivery" in self.fields and self.initial.get("item") and self.initial.get("delivery"):
            self.fields["delivery"].help_text = _(
                "Dit staat zo in het register. Klopt het voor deze versie?"
            )

    def _about_items(self) -> None:
        item: Any = self.fields["item"]
        item.queryset = items_for(self.asked)
        if Role.EMPLOYER not in self.asked.roles:
            item.help_text = _("Deze toets gaat over beleid en dienstverlening.")
            item.error_messages["invalid_choice"] = _(
                "Dit onderwerp kunt u hier niet kiezen. De criteria gaan over beleid en "
                "dienstverlening; voor de werkgever is er stap 6."
            )

    def opening(self) -> dict[str, Any]:
        """What is to be stored of a new scan."""
        return NOT_ASKED | self.cleaned_data | {"question_list": self.asked.id}

    def again(self, now: Scan, changed: ChangedMeanwhile) -> "OpeningForm":
        """The same form with what was typed; beside each field that both changed, theirs."""
        data = taken_along(self, OpeningForm(scan=now), changed.untouched)
        again = OpeningForm(data, scan=now)
        for name in changed.theirs:
            words = getattr(now, f"get_{name}_display", None)
            # An attribute of ours on a field of Django, for the template.
            again.fields[name].theirs = words() if words else getattr(now, name)  # type: ignore[attr-defined]
        return again


class AgainForm(forms.Form):
    """When somebody looks once more, after the second time."""

    recheck_on = recheck()


class SignForm(NamelessForm):
    """The decision about the policy. `seen` says what was on the page."""

    nameless = ("reason",)

    choice = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=Choice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u besluit.")},
    )
    reason = WordsField(
        label=_("Waarom?"),
        help_text=_(
            "Noem ook wat u met de bezwaren doet. Deze reden blijft staan, met de datum en uw "
            "naam erbij."
        ),
        rows=5,
        max_length=3000,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, scan: Scan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = mark_of(seen_now(scan))
