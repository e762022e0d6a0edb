"""The answer to one criterion."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.references.urns import Reference
from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.scans import rules
from waterpas.web.scans.lists import Question, QuestionList
from waterpas.web.scans.models import Answer, Given
from waterpas.web.scans.nameless import NamelessForm
from waterpas.web.scans.selectors import says_now
from waterpas.web.scans.words import VALUES

ASKED = ("asked_kind", "asked_way", "asked_number", "asked_on", "given")
NO_ORIGIN = ("asked_kind", "asked_way", "given_words", "why_not", "adviser")
NEEDED = {
    "asked_kind": _("Schrijf op aan wat voor mensen u het vroeg."),
    "asked_way": _("Schrijf op hoe u het vroeg."),
    "asked_number": _("Schrijf op aan hoeveel mensen u het vroeg."),
    "asked_on": _("Schrijf op wanneer u het vroeg."),
    "given": _("Kies of zij er tijd of geld voor kregen. Niet bekend mag ook."),
}


class AnswerForm(NamelessForm):
    """Answer, reason, sources, and whom was asked, or why not."""

    nameless = ("reason", "joint", "sources", *NO_ORIGIN)
    no_origin = NO_ORIGIN

    value = forms.ChoiceField(
        label=_("Uw antwoord"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord. Niet weten mag ook.")},
    )
    reason = WordsField(
        label=_("Waarom is dit het antwoord?"),
        help_text=_("Weet u het nog niet? Schrijf dan op wat u zou willen weten."),
        rows=4,
        max_length=3000,
    )
    joint = WordsField(
        label=_("Hoe past dit bij het andere criterium?"),
        help_text=_("Eén redenering voor allebei. Zij komt bij beide criteria te staan."),
        rows=3,
        max_length=3000,
        required=False,
    )
    sources = WordsField(
        label=_("Waar staat dat, of waaruit blijkt het?"),
        help_text=_("Bijvoorbeeld: artikel 3 van de verordening."),
        rows=2,
        max_length=1000,
        required=False,
    )
    study = forms.ChoiceField(
        label=_("Welk onderzoek heeft dit gemeten?"),
        help_text=_("U ziet hier het onderzoek bij dit onderwerp."),
        required=False,
    )
    adviser = WordsField(
        label=_("Welke functie gaf juridisch advies?"),
        help_text=_(
            "Bijvoorbeeld: jurist van de regio. Schrijf geen naam op. Nog niet gevraagd? Laat het "
            "leeg: dan blijft dit criterium open."
        ),
        max_length=120,
        required=False,
    )
    asked = forms.ChoiceField(
        label=_("Hebt u mensen gevraagd die het raakt?"),
        choices=[("yes", _("ja")), ("no", _("nee, nog niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    asked_kind = WordsField(
        label=_("Aan wat voor mensen?"),
        help_text=_(
            "Bijvoorbeeld: inwoners met bijstand. Schrijf geen namen op, en niet waar zij vandaan "
            "komen."
        ),
        max_length=300,
        required=False,
    )
    asked_way = WordsField(
        label=_("Op welke manier?"),
        help_text=_("Bijvoorbeeld: een gesprek aan tafel, of een korte vragenlijst."),
        max_length=300,
        required=False,
    )
    asked_number = forms.IntegerField(
        label=_("Aan hoeveel mensen?"), min_value=1, max_value=1_000_000, required=False
    )
    asked_on = forms.DateField(
        label=_("Wanneer?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    given = forms.ChoiceField(
        label=_("Kregen zij er tijd of geld voor?"),
        choices=Given.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    given_words = WordsField(
        label=_("Wat kregen zij, of waarom niets?"),
        help_text=_("Bijvoorbeeld: een bon, oppas, of werktijd. Bij “niet bekend” mag dit leeg."),
        max_length=300,
        required=False,
    )
    why_not = WordsField(
        label=_("Waarom is het niet gevraagd?"),
        help_text=_("“Daar was nog geen tijd voor” mag ook."),
        rows=2,
        max_length=1000,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        criterion: Question,
        asked: QuestionList,
        answer: Answer | None,
        is_together: bool = False,
        other: Answer | None = None,
        studies: list[Reference],
        **kwargs: Any,
    ) -> None:
        there = says_now(answer)
        kwargs["initial"] = dict(there)
        if other and answer is None:
            kwargs["initial"]["joint"] = other.joint
        super().__init__(*args, **kwargs)
        self.criterion, self.answer, self.other, self.studies = criterion, answer, other, studies
        self.list, self.is_together = asked, is_together
        self._leave_out(criterion)
        fields: Any = self.fields
        fields["value"].choices = [
            (one.value, VALUES[one]) for one in rules.scale(criterion.direction, asked.scale)
        ]
        version = answer.version if answer else 0
        fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, label=_("Versie"), initial=version
        )
        fields["started"] = StartedField()
        self.initial["started"] = packed(there)
        self.ask_to_look()

    def _leave_out(self, criterion: Question) -> None:
        """What neither the list nor this question asks."""
        asks = {
            "joint": self.is_together,
            "adviser": criterion.is_legal,
            "study": criterion.is_effect,
            "sources": True,
        }
        for name, is_asked in asks.items():
            if not is_asked or name not in self.list.asks:
                del self.fields[name]
        if "study" not in self.fields:
            return
        study: Any = self.fields["study"]
        known = [(one.urn, one.title) for one in self.studies]
        kept = str(self.initial.get("study") or "")
        if kept and kept not in dict(known):
            known.append((kept, gettext("onderzoek dat er niet meer is")))
        study.choices = [("", _("nog niet gemeten")), *known]

    def clean_asked_on(self) -> date | None:
        day: date | None = self.cleaned_data["asked_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("asked") == "yes":
            for name in ASKED:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, NEEDED[name])
            self._say_what_was_given(data)
        elif data.get("asked") == "no" and not data.get("why_not") and "why_not" not in self.errors:
            self.add_error("why_not", _("Schrijf op waarom het niet is gevraagd."))
        if self.other and not data.get("joint") and "joint" not in self.errors:
            self.add_error(
                "joint", _("Het andere criterium is al beantwoord. Schrijf op hoe zij samengaan.")
            )
        return data

    def _say_what_was_given(self, data: dict[str, Any]) -> None:
        is_known = data.get("given") in (Given.YES, Given.NO)
        if is_known and not data.get("given_words") and "given_words" not in self.errors:
            self.add_error("given_words", _("Schrijf op wat zij kregen, of waarom niets."))

    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields in the order of the page; what belongs to yes or to no under a heading."""
        main = ("value", "reason", "joint", "sources", "study", "adviser", "asked")
        return [
            ("", self._fields(*main)),
            (_("Koos u ja?"), self._fields(*ASKED, "given_words")),
            (_("Koos u nee?"), self._fields("why_not")),
            ("", self._fields("checked")),
        ]

    def _fields(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def says(self) -> dict[str, Any]:
        """What is to be stored; what does not belong to the choice about asking is left out."""
        aside = {"version", "started"}
        said = {name: value for name, value in self.cleaned_data.items() if name not in aside}
        if said["asked"] == "yes":
            return said | {"why_not": ""}
        empty = dict.fromkeys((*ASKED, "given_words"), "")
        return said | empty | {"asked_number": None, "asked_on": None}

    def again(self, now: Answer, changed: ChangedMeanwhile) -> "AnswerForm":
        """The same form with what was typed; beside each field that both changed, theirs."""
        more: dict[str, Any] = {
            "criterion": self.criterion,
            "asked": self.list,
            "answer": now,
            "is_together": self.is_together,
            "other": self.other,
            "studies": self.studies,
        }
        data = taken_along(self, AnswerForm(**more), changed.untouched)
        again = AnswerForm(data, **more)
        for name, value in changed.theirs.items():
            if name in again.fields:
                # An attribute of ours on a field of Django, for the template.
                again.fields[name].theirs = shown(name, value)  # type: ignore[attr-defined]
        return again


def shown(name: str, value: object) -> str:
    """A stored value in words."""
    if name == "value":
        return str(VALUES.get(str(value), ""))
    if name == "given" and value:
        return str(Given(str(value)).label)
    if name == "asked":
        return {"yes": gettext("ja"), "no": gettext("nee, nog niet")}.get(str(value), "")
    return str(value or gettext("niets"))
