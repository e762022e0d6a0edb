"""What people fill in about a point of decision."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.scans.careful import CarefulForm
from waterpas.web.scans.decision_points.models import DecisionPoint, Ground, Told
from waterpas.web.scans.decision_points.rules import WITH_RULE
from waterpas.web.scans.decision_points.words import shown
from waterpas.web.scans.models import Knows


def _radio(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord. Niet weten mag ook.")},
    )


class PointForm(CarefulForm):
    """One point in the process; not knowing is always an answer."""

    nameless: ClassVar = ("moment", "who", "about", "rule", "how_often")
    no_origin: ClassVar = ("who",)

    moment = WordsField(
        label=_("Wat gebeurt er op dit punt?"),
        help_text=_("Bijvoorbeeld: de boa kiest wie hij aanspreekt."),
        max_length=200,
    )
    who = WordsField(
        label=_("Welke functie beslist?"),
        help_text=_("Bijvoorbeeld: boa, of medewerker subsidies. Schrijf nooit een naam op."),
        max_length=120,
    )
    about = WordsField(
        label=_("Waarover beslist die?"),
        help_text=_("In één zin. Weet u het niet? Schrijf dan: dat weten we nog niet."),
        rows=2,
        max_length=1000,
    )
    ground = _radio(_("Waarop let die?"), Ground.choices)
    rule = WordsField(
        label=_("Welke regel of welk criterium?"),
        help_text=_("Bijvoorbeeld: artikel 5 van de regeling. Alleen als er een regel is."),
        rows=2,
        max_length=500,
        required=False,
    )
    reason = _radio(_("Moet die de reden opschrijven?"), Knows.choices)
    second_look = _radio(_("Kijkt iemand anders mee?"), Knows.choices)
    sampled = _radio(
        _("Bekijkt iemand achteraf een steekproef van deze beslissingen?"), Knows.choices
    )
    how_often = WordsField(
        label=_("Hoe vaak?"),
        help_text=_("In woorden. Bijvoorbeeld: elk kwartaal een paar besluiten."),
        max_length=200,
        required=False,
    )
    told = _radio(_("Hoort wie het raakt wat er is besloten, en waarom?"), Told.choices)

    def __init__(
        self, *args: Any, others: Sequence[DecisionPoint] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if others:
            behind = [(one.place, f"{one.place}. {one.moment}") for one in others]
            self.fields["after"] = forms.TypedChoiceField(
                label=_("Na welk punt komt dit?"),
                choices=[(0, gettext("het is het eerste punt")), *behind],
                coerce=int,
                initial=len(others),
            )
            self.ask_to_look()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("ground") not in WITH_RULE:
            data["rule"] = ""
        elif not data.get("rule") and "rule" not in self.errors:
            self.add_error("rule", _("Schrijf op welke regel dat is."))
        if data.get("sampled") != Knows.YES:
            data["how_often"] = ""
        return data

    @staticmethod
    def shown(name: str, value: object) -> str:
        return shown(name, value) or gettext("niets")
