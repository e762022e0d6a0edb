"""Hand in a table, type counts in, or say by what right special data are read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST = 50_000_000
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".parquet")
GROUPS = 8
COUNTS, ROWS = "aantallen", "rijen"
USUAL_OUTCOME = _("ja")
TOTALS = [
    ("", _("zeg het mij")),
    ("drop", _("laat de totalen weg")),
    ("keep", _("het zijn gewone groepen")),
]


class UploadForm(forms.Form):
    """A file with a table."""

    file = forms.FileField(
        label=_("Bestand met de tabel"),
        help_text=_("Hoogstens 50 MB: .csv, .xlsx, .ods of .parquet."),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand.")},
    )
    holds = forms.ChoiceField(
        label=_("Wat staat erin?"),
        choices=[
            (COUNTS, _("aantallen per groep, zoals in een tabel van het CBS")),
            (ROWS, _("één rij per mens, aanvraag of besluit")),
        ],
        widget=forms.RadioSelect,
    )

    def clean_file(self) -> tuple[str, bytes]:
        return taken_in(self.cleaned_data["file"])


def taken_in(file: "UploadedFile[bytes]") -> tuple[str, bytes]:
    """The name and the bytes of a file of a kind that we read, and not too large."""
    name = Path(file.name or "").name
    if Path(name).suffix.lower() not in KINDS:
        raise forms.ValidationError(
            _("Kies een bestand dat eindigt op .csv, .xlsx, .ods of .parquet.")
        )
    if (file.size or 0) > LARGEST:
        raise forms.ValidationError(
            _("Dit bestand is groter dan 50 MB. Bewaar alleen de kolommen die u nodig hebt.")
        )
    return name, file.read()


class TypedForm(forms.Form):
    """Counts per group, typed in."""

    column = forms.CharField(
        label=_("Waarnaar zijn de groepen ingedeeld?"),
        help_text=_("Bijvoorbeeld: herkomst, wijk of leeftijd."),
        max_length=100,
        initial="herkomst",
    )
    outcome = forms.CharField(
        label=_("Hoe heet de uitkomst?"),
        help_text=_(
            "Bijvoorbeeld: afgewezen, of uitgenodigd. Zo staat zij straks in de zin. Standaard: ja."
        ),
        max_length=100,
        required=False,
        initial=USUAL_OUTCOME,
    )
    because = forms.CharField(
        label=_("Waarom vergelijkt u met de eerste groep?"),
        help_text=_("De eerste groep is de groep waar u de andere naast legt. Zij is geen norm."),
        max_length=300,
        required=False,
    )

    totals = forms.ChoiceField(
        label=_("Wat doet u met regels die de som van andere zijn?"),
        choices=TOTALS,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for at in range(1, GROUPS + 1):
            self.fields[f"group-{at}"] = forms.CharField(
                label=_("Naam van groep %(at)s") % {"at": at}, max_length=100, required=at <= 2
            )
            for name, label in (
                ("n", _("Mensen in groep %(at)s")),
                ("cases", _("Uitkomst in groep %(at)s")),
            ):
                self.fields[f"{name}-{at}"] = forms.IntegerField(
                    label=label % {"at": at}, min_value=0, max_value=10**9, required=at <= 2
                )

    def lines(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each group."""
        for at in range(1, GROUPS + 1):
            yield at, self[f"group-{at}"], self[f"n-{at}"], self[f"cases-{at}"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        names: list[str] = []
        for at in range(1, GROUPS + 1):
            self._check_line(at, data, names)
        return data

    def _check_line(self, at: int, data: dict[str, Any], names: list[str]) -> None:
        group, n, cases = (data.get(f"{name}-{at}") for name in ("group", "n", "cases"))
        if group and group in names:
            self.add_error(f"group-{at}", _("Deze groep staat er al."))
        if group:
            names.append(group)
        if bool(group) != (n is not None) or (n is None) != (cases is None):
            if not any(self.errors.get(f"{name}-{at}") for name in ("group", "n", "cases")):
                self.add_error(f"group-{at}", _("Vul naam, mensen en uitkomst alle drie in."))
        elif n is not None and cases is not None and cases > n:
            self.add_error(f"cases-{at}", _("Dit is meer dan het aantal mensen in de groep."))

    def clean_outcome(self) -> str:
        return self.cleaned_data["outcome"] or str(USUAL_OUTCOME)

    def rows(self) -> list[tuple[str, int, int]]:
        """The groups that were filled in."""
        data = self.cleaned_data
        return [
            (data[f"group-{at}"], data[f"n-{at}"], data[f"cases-{at}"])
            for at in range(1, GROUPS + 1)
            if data.get(f"group-{at}")
        ]


class GroundForm(forms.Form):
    """By what right special data are read."""

    ground = forms.CharField(
        label=_("Op welke grondslag mag dit?"),
        help_text=_("Noem de wet en het artikel, en waarom die hier geldt."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    decision = forms.CharField(
        label=_("Wat besloot de functionaris gegevensbescherming, en wanneer?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
