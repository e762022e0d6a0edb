"""What is asked before any table is opened: one page."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.explain.method_questions import questions_of
from waterpas.explain.methods import METHODS
from waterpas.web.references.versions import StartedField, packed
from waterpas.web.register.models import Item
from waterpas.web.studies.models import Advice, Effect, Purpose, Route, Row, Study
from waterpas.web.studies.rules import AUDIT, CHAIN, MUNICIPALITY, Design
from waterpas.web.studies.selectors import items
from waterpas.web.ui.languages import language_of_page

ASSESSING = "assessing-staff"
USUAL_ROW = {"agreement": Row.APPLICATION, "barometer": Row.JOB}  # of the others: a person
YES_NO = [("", _("weet ik niet")), ("ja", _("ja")), ("nee", _("nee"))]
NO_ASSESSING = _(
    "Dat kan niet met Waterpas. Een onderzoek gaat over wat de organisatie doet, nooit over "
    "medewerkers. Kies een ander doel, of stop hier."
)
WORDS_NEEDED = _("Schrijf hier wat het antwoord was, of waarom het niet nodig is.")


def kinds() -> list[tuple[str, str]]:
    """The questions that a study can be about, in the language of the page."""
    names = [AUDIT, CHAIN, *METHODS]
    return list(zip(names, questions_of(names, language_of_page()), strict=True))


def _to_choose() -> list[tuple[str, Any]]:
    """The same behind an empty choice: nothing is chosen beforehand."""
    return [("", _("Kies een vraag")), *kinds()]


def _yes_or_no(text: str) -> bool | None:
    return {"ja": True, "nee": False}.get(text)


def _missing(sentence: Any) -> dict[str, Any]:
    """What is said when nothing was answered."""
    return {"required": sentence}


def _advice(label: Any, why: Any, missing: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=why,
        choices=Advice.choices,
        widget=forms.RadioSelect,
        error_messages=_missing(missing),
    )


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


class DesignForm(forms.Form):
    """The question, by what right, and in what words. Nothing is answered beforehand.

    What the law wants answered stands first and must be answered: for what, how the groups came
    into the table, and who advised. The rest may be left as it is, and says what it is then.
    """

    question = forms.CharField(
        label=_("Wat wilt u weten?"),
        help_text=_("Eén vraag in gewone taal. Bijvoorbeeld: wie wordt gekozen voor controle?"),
        max_length=300,
        error_messages=_missing(_("Schrijf op wat u wilt weten.")),
    )
    kind = forms.ChoiceField(
        label=_("Welke vraag lijkt het meest op de uwe?"),
        choices=_to_choose,
        help_text=_("Daarvan hangt af welke tabel u nodig hebt. De eerste past het vaakst."),
        error_messages=_missing(_("Kies welke vraag het meest op de uwe lijkt.")),
    )
    purpose = forms.ChoiceField(
        label=_("Waarvoor is dit onderzoek?"),
        choices=[*Purpose.choices, (ASSESSING, _("medewerkers of teams beoordelen"))],
        widget=forms.RadioSelect,
        error_messages=_missing(_("Kies waarvoor dit onderzoek is.")),
    )
    organisation = forms.CharField(
        label=_("Wie besliste?"),
        help_text=_("Die staat straks vooraan in de zin. Standaard: de gemeente."),
        max_length=200,
        required=False,
    )
    effect = forms.ChoiceField(
        label=_("Is de uitkomst goed of slecht voor mensen?"),
        help_text=_(
            "Standaard: geen van beide. Dan zeggen wij in een bevinding niet wie er slechter aan "
            "toe is."
        ),
        choices=Effect.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    row = forms.ChoiceField(
        label=_("Wat is één rij van uw tabel?"),
        help_text=_(
            "Hebt u een tabel met aantallen? Kies dan wat er geteld is. Standaard: een mens, want "
            "dan kijken wij streng of de tabel mag. Bij twee beoordelaars een aanvraag, en bij "
            "percentages van het CBS een baan."
        ),
        choices=[("", _("Kies wat één rij is")), *Row.choices],
        required=False,
    )
    only_once = forms.TypedChoiceField(
        label=_("Staat elk mens er hoogstens één keer in?"),
        choices=YES_NO,
        coerce=_yes_or_no,
        empty_value=None,
        required=False,
    )
    route = forms.ChoiceField(
        label=_("Hoe kwamen de groepen in de tabel?"),
        help_text=_(
            "Een gemeente mag herkomst, religie of huidskleur bijna nooit per mens bijhouden. "
            "Daarom kiezen wij hier niets voor u."
        ),
        choices=Route.choices,
        widget=forms.RadioSelect,
        error_messages=_missing(_("Kies hoe de groepen in de tabel kwamen.")),
    )
    route_explanation = forms.CharField(
        label=_("Uitleg daarbij"),
        help_text=_("Nodig als u 'anders' kiest."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    privacy_officer = _advice(
        _("Hebt u de functionaris gegevensbescherming om advies gevraagd?"),
        _("Dit advies hoort vóór de tabel. Is het niet nodig? Zeg dan waarom."),
        _("Kies wat er met de functionaris gegevensbescherming is besproken."),
    )
    privacy_officer_words = _words(
        _("Wat zei de functionaris, of waarom is dit advies niet nodig?")
    )
    works_council = _advice(
        _("Hebt u de ondernemingsraad om advies gevraagd?"),
        _("Gaat het over medewerkers? Dan geeft de wet de raad hier iets over te zeggen."),
        _("Kies wat er met de ondernemingsraad is besproken."),
    )
    works_council_words = _words(
        _("Wat zei de ondernemingsraad, of waarom is dit advies niet nodig?")
    )
    item = forms.ModelChoiceField(
        label=_("Welk onderwerp uit het register is dit?"),
        queryset=Item.objects.none(),
        required=False,
        empty_label=_("Geen, of nog niet in het register"),
    )
    title = forms.CharField(
        label=_("Korte titel"),
        help_text=_("Voor in de lijst. Leeg: dan gebruiken wij de vraag."),
        max_length=200,
        required=False,
    )
    unit = forms.CharField(
        label=_("Wie zijn er geteld?"),
        help_text=_(
            "Bijvoorbeeld: aanvragers, studenten, sollicitanten. Leeg: dan noemen wij wat één rij "
            "is."
        ),
        max_length=100,
        required=False,
    )
    did_before = forms.CharField(
        label=_("Wat deed de organisatie? (werkwoord)"),
        help_text=_("Bijvoorbeeld: koos, of: wees."),
        max_length=100,
        required=False,
    )
    did_after = forms.CharField(
        label=_("En de rest van die zin"),
        help_text=_("Bijvoorbeeld: uit voor controle, of: af."),
        max_length=200,
        required=False,
    )
    full_count = forms.TypedChoiceField(
        label=_("Is iedereen geteld, of een steekproef?"),
        choices=[
            ("", _("weet ik niet")),
            ("ja", _("iedereen is geteld")),
            ("nee", _("het is een steekproef")),
        ],
        coerce=_yes_or_no,
        empty_value=None,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    started = StartedField()

    MORE = (
        *("organisation", "effect", "row", "title", "unit"),
        *("did_before", "did_after", "full_count", "only_once"),
    )
    ADVICE = (
        "privacy_officer",
        "privacy_officer_words",
        "works_council",
        "works_council_words",
    )
    FIRST = ("question", "kind", "item", "purpose")
    GROUPS = ("route", "route_explanation")
    # What says more about an answer: it waits until that answer is given.
    AFTER: Mapping[str, str] = {
        "route_explanation": "route",
        "privacy_officer_words": "privacy_officer",
        "works_council_words": "works_council",
    }

    def __init__(self, *args: Any, is_new: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items()  # type: ignore[attr-defined] # Django's types know no field by its name
        if not is_new:  # the table was asked for, and perhaps read: another kind is another study
            del self.fields["kind"]

    def clean_purpose(self) -> str:
        purpose: str = self.cleaned_data["purpose"]
        if purpose == ASSESSING:
            raise forms.ValidationError(NO_ASSESSING)
        return purpose

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        return AUDIT if kind == CHAIN else kind

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for name in ("privacy_officer", "works_council"):
            if data.get(name) not in {None, Advice.ASKED} and not data.get(f"{name}_words"):
                self.add_error(f"{name}_words", WORDS_NEEDED)
        if data.get("route") == Route.OTHER and not data.get("route_explanation"):
            self.add_error(
                "route_explanation", _("Schrijf hier hoe de groepen in de tabel kwamen.")
            )
        return data

    def design(self, before: Design | None = None) -> Design:
        """What was filled in; what the page does not ask stays as it was."""
        aside = {"item", "version", "started"}
        said = {n: v for n, v in self.cleaned_data.items() if n not in aside}
        said["title"] = said["title"] or said["question"][:200]
        said["once"] = said.pop("only_once")
        said.setdefault("kind", before.kind if before else AUDIT)
        said["organisation"] = said["organisation"] or MUNICIPALITY["nl"]
        said["effect"] = said["effect"] or Effect.NEITHER
        said["row"] = said["row"] or USUAL_ROW.get(said["kind"], Row.PERSON)
        ground = before.ground if before else ""
        decision = before.ground_decision if before else ""
        return Design(**said, ground=ground, ground_decision=decision)

    def of_part(self, *names: str) -> Iterator[forms.BoundField]:
        """Some of the fields, in order."""
        return (self[name] for name in names if name in self.fields)

    def parts(self) -> list[tuple[Any, list[tuple[forms.BoundField, str]]]]:
        """The fields under their headings, each with the answer that it waits for."""
        parts = (
            (_("De vraag"), self.FIRST),
            (_("De groepen"), self.GROUPS),
            (_("Het advies"), self.ADVICE),
        )
        return [
            (heading, [(each, self.AFTER.get(each.name, "")) for each in self.of_part(*names)])
            for heading, names in parts
        ]

    def more(self) -> list[forms.BoundField]:
        """What may be left as it is."""
        return list(self.of_part(*self.MORE))

    @property
    def has_errors_in_more(self) -> bool:
        """Whether the part that is folded away must be open."""
        return any(field.errors for field in self.more())


def initial_of(study: Study) -> dict[str, object]:
    """What a study says, as the form asks it."""
    words = {True: "ja", False: "nee", None: ""}
    plain = {name: getattr(study.design, name) for name in Design.__dataclass_fields__}
    return plain | {
        "only_once": words[study.once],
        "full_count": words[study.full_count],
        "item": study.item_id,
        "version": study.version,
        "started": packed({**asdict(study.design), "item": study.item}),
    }
