"""A file with the percentages of the Barometer, read into the form so that somebody checks it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.errors import InputError
from waterpas.measure.barometers.asked import whole_of, years_of
from waterpas.measure.barometers.bounds import LEVELS, Line
from waterpas.measure.barometers.reading import read, refuse_larger
from waterpas.texts import mark
from waterpas.web.studies.forms.percentages import BEFORE, MOST_PARTS, ORIGINS, WHOLE
from waterpas.web.studies.forms.table import UploadForm
from waterpas.web.ui.carried import Carried, in_memory

KINDS = (".csv", ".xlsx", ".ods")
HEADS = ("onderdeel", "jaar", "banen", "Nederland", "Europa (zonder Nederland)", "buiten Europa")
EMPTY = (("hele organisatie", ""), ("schaal 1 tot en met 8", ""), ("schaal 9 en hoger", ""))


class PercentagesFileForm(UploadForm):
    """A small file with a row for the whole, and one for each part."""

    holds = None  # type: ignore[assignment] # how Django takes a field out of a form

    file = forms.FileField(
        label=_("Bestand met de percentages"),
        help_text=_("Een .csv, .xlsx of .ods, met de kolommen van het voorbeeldbestand."),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand.")},
    )


def template_text() -> str:
    """A file to fill in, as a spreadsheet opens it."""
    lines = [HEADS, *((name, year, "", "", "", "") for name, year in EMPTY)]
    return "\ufeff" + "".join(";".join(line) + "\r\n" for line in lines)


def initial_of(name: str, content: bytes) -> dict[str, Any]:
    """What a file says, as the form is filled with; InputError or CallError where it cannot be."""
    with in_memory(Carried(name, content)) as path:
        found = read(path, {})
    lines = tuple(line for line in found.lines if line.jobs or line.hidden < len(LEVELS))
    years, whole = years_of(lines or found.lines), whole_of(lines or found.lines, None)
    refuse_larger(found, whole)
    now = [line for line in lines if line.year == years.now]
    parts = [line for line in now if line.part != whole]
    if whole is None or len(parts) == len(now):
        raise InputError(
            mark(
                "In %(source)s vinden wij geen rij over de hele organisatie. Geef die rij als "
                "naam: hele organisatie."
            ),
            source=name,
        )
    if len(parts) > MOST_PARTS:
        raise InputError(
            mark(
                "In %(source)s staan meer dan %(most)s delen. Neem alleen de delen die u nodig "
                "hebt."
            ),
            source=name,
            most=MOST_PARTS,
        )
    return dict(_filled(lines, years.now, years.before, whole, parts))


def _filled(
    lines: tuple[Line, ...], now: str, before: str, whole: str, parts: list[Line]
) -> Iterator[tuple[str, Any]]:
    places = {(whole, now): WHOLE, (whole, before or None): BEFORE}
    yield "year", now[:4]
    if before and any((line.part, line.year) == (whole, before) for line in lines):
        yield "before_year", before[:4]
    for line in lines:
        if place := places.get((line.part, line.year)):
            yield from _line(place, line)
    for at, line in enumerate(parts, 1):
        yield f"name-{at}", line.part
        yield from _line(str(at), line)


def _line(place: str, line: Line) -> Iterator[tuple[str, Any]]:
    yield f"jobs-{place}", line.jobs.value if line.jobs else None
    for (name, _label), share in zip(ORIGINS, line.shares, strict=True):
        yield f"{name}-{place}", _written(share.value, line.decimals)


def _written(value: Fraction | None, decimals: int) -> str:
    """A percentage with as many decimals as its row was given with; x: hidden."""
    if value is None:
        return "x"
    percent = 100 * value
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    return f"{exact:.{decimals}f}".replace(".", ",")
