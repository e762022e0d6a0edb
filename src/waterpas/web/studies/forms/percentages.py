"""Type in the percentages of the Barometer: of the whole, of its parts, of before and elsewhere."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.measure.barometers.asked import is_whole_name
from waterpas.measure.barometers.bounds import LEVELS, shares_of
from waterpas.measure.barometers.reading import EVERYTHING, HIDDEN_WORDS, decimals_of

PARTS, MOST_PARTS = 6, 30
FEWEST, FEWEST_OF_WHOLE = 10, 250
TOO_FEW = {
    FEWEST: _(
        "Dit moeten er minstens 10 zijn. Van een kleiner deel tonen wij niets: het zou iets "
        "verraden over een paar mensen. Neem delen samen."
    ),
    FEWEST_OF_WHOLE: _(
        "Dit moeten er minstens 250 zijn. Het CBS maakt de Barometer vanaf 250 werknemers. Kijk of "
        "dit het aantal banen van de hele organisatie is."
    ),
}
ORIGINS = (
    ("netherlands", _("Procent Nederland")),
    ("europe", _("Procent Europa")),
    ("outside", _("Procent buiten Europa")),
)
FOUND = [
    ("0.05", _("met adres en geboortedatum, of dat weet ik niet")),
    ("0.001", _("met het burgerservicenummer")),
]
WHOLE, BEFORE, ELSEWHERE = "whole", "before", "elsewhere"
Row = dict[str, Any]
_IS_PART = re.compile(r"name-[1-9]\d?")


class PercentageField(forms.CharField):
    """A percentage as it was printed, with its decimals; a sign for hidden, or nothing: hidden."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=12, required=False, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value)).strip().removesuffix("%").strip().casefold()
        if text in HIDDEN_WORDS:
            return ""
        try:
            percent = Decimal(text.replace(",", "."))
        except InvalidOperation:
            percent = Decimal(-1)
        if not percent.is_finite() or not 0 <= percent <= 100:
            raise forms.ValidationError(
                _("Vul een getal in van 0 tot en met 100, of een x als het verborgen is.")
            )
        return text


class PercentagesForm(forms.Form):
    """The percentages as Statistics Netherlands gave them; nothing is guessed or worked out."""

    year = forms.IntegerField(
        label=_("Van welk jaar is de uitkomst?"),
        help_text=_("Het jaar van de peildatum: de dag waarop het CBS telde."),
        min_value=1990,
        max_value=2100,
    )
    before_year = forms.IntegerField(
        label=_("Van welk eerder jaar hebt u ook een uitkomst?"),
        help_text=_("Laat dit leeg als u er één hebt."),
        min_value=1990,
        max_value=2100,
        required=False,
    )
    found = forms.ChoiceField(
        label=_("Hoe zocht het CBS de mensen op?"),
        help_text=_(
            "Alleen van belang bij twee jaren. Standaard met adres: dan vindt het CBS tot 5 van de "
            "100 mensen niet terug, en zijn kleine veranderingen niet te lezen."
        ),
        choices=FOUND,
        initial="0.05",
        required=False,
    )
    source = forms.CharField(
        label=_("Waar komen de percentages van elders vandaan?"),
        help_text=_("Bijvoorbeeld: CBS, beroepsbevolking van onze regio, 2024."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = _parts_in(self.data or self.initial)
        self._jobs(WHOLE, fewest=FEWEST_OF_WHOLE, required=True)
        for at in range(1, self.count + 1):
            self.fields[f"name-{at}"] = forms.CharField(
                label=_("Naam van deel %(at)s") % {"at": at}, max_length=100, required=False
            )
            self._jobs(str(at), fewest=FEWEST)
        self._jobs(BEFORE, fewest=FEWEST_OF_WHOLE)
        for place in (WHOLE, *map(str, range(1, self.count + 1)), BEFORE, ELSEWHERE):
            for name, label in ORIGINS:
                self.fields[f"{name}-{place}"] = PercentageField(label=label)

    def _jobs(self, place: str, *, fewest: int, required: bool = False) -> None:
        self.fields[f"jobs-{place}"] = forms.IntegerField(
            label=_("Aantal banen"),
            min_value=fewest,
            max_value=10**7,
            required=required,
            error_messages={"min_value": TOO_FEW[fewest]},
        )

    def line(self, place: str) -> list[forms.BoundField]:
        """The fields of one line, its name first."""
        names = [f"name-{place}", f"jobs-{place}", *(f"{name}-{place}" for name, _l in ORIGINS)]
        return [self[name] for name in names if name in self.fields]

    def whole(self) -> list[forms.BoundField]:
        """The line about the whole organisation."""
        return self.line(WHOLE)

    def parts(self) -> Iterator[tuple[int, list[forms.BoundField], bool]]:
        """The lines about parts, each with whether it is open: filled, or with an error."""
        for at in range(1, self.count + 1):
            fields = self.line(str(at))
            yield at, fields, any(field.errors or field.value() for field in fields)

    def before(self) -> list[forms.BoundField]:
        """The line about the whole organisation in an earlier year."""
        return self.line(BEFORE)

    def elsewhere(self) -> list[forms.BoundField]:
        """The percentages of elsewhere."""
        return self.line(ELSEWHERE)

    @property
    def has_more(self) -> bool:
        """Whether the part that is folded away must be open: something in it is wrong or filled."""
        names = ["before_year", "source", *(f.name for f in (*self.before(), *self.elsewhere()))]
        return any(self[name].errors or self[name].value() for name in names)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self._check_whole(data)
        names: list[str] = []
        for at in range(1, self.count + 1):
            self._check_part(str(at), data, names)
        self._check_before(data)
        if bool(data.get("source")) != bool(_given(ELSEWHERE, data)):
            self.add_error("source", _("Vul percentages van elders in, én waar zij vandaan komen."))
        return data

    def _check_whole(self, data: Mapping[str, Any]) -> None:
        if not _given(WHOLE, data) and not self.errors:
            self.add_error(
                f"netherlands-{WHOLE}",
                _("Neem de percentages van de hele organisatie over van het CBS."),
            )
        self._check_sum(WHOLE, data)

    def _check_part(self, place: str, data: Mapping[str, Any], names: list[str]) -> None:
        name, jobs = data.get(f"name-{place}"), data.get(f"jobs-{place}")
        if not name and (jobs or _given(place, data)):
            self.add_error(f"name-{place}", _("Geef dit deel een naam."))
        if name and jobs is None and not self.errors.get(f"jobs-{place}"):
            self.add_error(f"jobs-{place}", _("Vul in hoeveel banen dit deel heeft."))
        if name and (name.casefold() in names or is_whole_name(name)):
            self.add_error(f"name-{place}", _("Deze naam staat er al."))
        if jobs and data.get(f"jobs-{WHOLE}") and jobs > data[f"jobs-{WHOLE}"]:
            self.add_error(f"jobs-{place}", _("Dit is meer dan in de hele organisatie."))
        names.append((name or "").casefold())
        self._check_sum(place, data)

    def _check_before(self, data: Mapping[str, Any]) -> None:
        year, jobs, given = (
            data.get("before_year"),
            data.get(f"jobs-{BEFORE}"),
            _given(BEFORE, data),
        )
        if any((year, jobs, given)) and not all((year, jobs, given)):
            said = _("Vul van het eerdere jaar alles in: het jaar, de banen en de percentages.")
            self.add_error("before_year", said)
        elif year and data.get("year") and year >= data["year"]:
            self.add_error("before_year", _("Dit is niet eerder dan het jaar hierboven."))
        self._check_sum(BEFORE, data)

    def _check_sum(self, place: str, data: Mapping[str, Any]) -> None:
        """Three percentages of one whole are together 100, but for rounding."""
        given = _given(place, data)
        percents = [
            Decimal(given[level].replace(",", ".")) if level in given else None for level in LEVELS
        ]
        try:
            shares_of(percents, decimals=decimals_of(percents))
        except ValueError:
            total = sum(percent for percent in percents if percent is not None)
            self.add_error(
                f"netherlands-{place}",
                gettext("Deze percentages zijn samen %(sum)s. Alle drie samen zijn 100.")
                % {"sum": _plain_number(total)},
            )

    def rows(self) -> list[Row]:
        """The lines that were filled in, as a table."""
        data = self.cleaned_data
        rows = [_row(EVERYTHING, WHOLE, data["year"], data)]
        for at in map(str, range(1, self.count + 1)):
            if data[f"name-{at}"]:
                rows.append(_row(_plain(data[f"name-{at}"]), at, data["year"], data))
        if data["before_year"]:
            rows.append(_row(EVERYTHING, BEFORE, data["before_year"], data))
        return rows

    def settings(self) -> dict[str, object]:
        """What is laid beside, as the measuring function takes it."""
        data = self.cleaned_data
        found: dict[str, object] = {"unmatched": float(data["found"] or "0.05")}
        if data["source"]:
            found |= {"outside": _given(ELSEWHERE, data), "outside_source": data["source"]}
        return found


def _parts_in(data: Mapping[str, Any]) -> int:
    """How many parts the form has room for: as many as there are, and a few at least."""
    found = [int(name.removeprefix("name-")) for name in data if _IS_PART.fullmatch(name)]
    return min(MOST_PARTS, max([PARTS, *found]))


def _plain_number(value: Decimal | int) -> str:
    return number_format(value, use_l10n=True)


def _given(place: str, data: Mapping[str, Any]) -> dict[str, str]:
    """The percentages of a line that are not hidden, by origin."""
    texts = [data.get(f"{name}-{place}") for name, _label in ORIGINS]
    return {level: text for level, text in zip(LEVELS, texts, strict=True) if text}


def _row(part: str, place: str, year: int, data: Mapping[str, Any]) -> Row:
    percents = {level: _given(place, data).get(level, "x") for level in LEVELS}
    return {"onderdeel": part, "jaar": year, "banen": data[f"jobs-{place}"], **percents}


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()
