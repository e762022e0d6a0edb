"""Figures of CBS beside a table of areas: what is taken out of that file, and how it is joined."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.codebooks.neighbourhoods import CODES, GROUPS
from waterpas.explain.methods import Method
from waterpas.explain.methods.area import METHOD as AREA
from waterpas.explain.methods.area import asks_of_file
from waterpas.measure.areas.brought import LIVING, with_figures
from waterpas.measure.areas.joined import not_in_file
from waterpas.results import Source
from waterpas.tallies.neighbourhoods import Neighbourhood, Neighbourhoods, read_neighbourhoods
from waterpas.tallies.tally import Tally
from waterpas.web.studies.rules import Choice

A_CODE = re.compile(r"(BU|WK|GM)?\d{4,8}")  # of an area: of CBS, or a postcode without letters
MOST = 12


def packed(found: Neighbourhoods | None) -> bytes:
    """The few figures that we need out of a file with very many, to go along with the table."""
    if found is None:
        return b""
    rows = [_row(code, area) for code, area in found.areas.items()]
    return json.dumps([found.source.name, found.source.sha256, rows]).encode()


def _row(code: str, area: Neighbourhood) -> Mapping[str, object]:
    percentages = {GROUPS[name].percentage: each for name, each in area.percentages.items()}
    people = {GROUPS[name].number: each for name, each in area.numbers.items()}
    living = area.residents.value if area.residents else None
    return {CODES[0]: code, LIVING: living, **percentages, **people}


def unpacked(beside: bytes) -> Neighbourhoods | None:
    """The same figures again; None: there is no file beside the table."""
    if not beside:
        return None
    name, sha256, rows = json.loads(beside)
    return replace(read_neighbourhoods(rows), source=Source(name, sha256, None, len(rows)))


def asking(method: Method | None, found: Neighbourhoods | None) -> Method | None:
    """The method of a study, with the questions that are left where a file has the figures."""
    if method is None or found is None:
        return method
    return replace(method, asks=asks_of_file(found.groups))


def joined(counts: Tally, choice: Choice, found: Neighbourhoods) -> tuple[Tally, Choice]:
    """The counts with the figures of each area in them, and the choice that names those."""
    settings = dict(choice.settings)
    counts, share = with_figures(counts, found, across=choice.across, of=str(settings.pop("of")))
    settings |= {"share": share, "residents": LIVING}
    return counts, replace(choice, by=AREA.columns(settings), settings=settings)


def left_out(counts: Tally, found: Neighbourhoods) -> str:
    """Which areas the file did not know, in a sentence; empty: it knew them all.

    What is no code of an area is not said again: it stands in the wrong column, and could be
    anything.
    """
    levels = sorted(not_in_file(counts))
    if not levels:
        return ""
    codes = [each for each in levels if A_CODE.fullmatch(each.strip().upper())][:MOST]
    said = ngettext(
        "%(n)s gebied uit uw tabel staat niet in %(name)s. Het telt niet mee.",
        "%(n)s gebieden uit uw tabel staan niet in %(name)s. Zij tellen niet mee.",
        len(levels),
    ) % {"n": len(levels), "name": found.source.name}
    if not codes:
        return said
    some = _("Het gaat om %(codes)s.") if len(codes) == len(levels) else _("Onder meer %(codes)s.")
    return f"{said} " + some % {"codes": ", ".join(codes)}
