"""One cell of a sheet to one value of the register; forgiving in how it is written."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from waterpas.web.register.models import Delivery, Item, Kind, Role
from waterpas.web.register.rules import LONGEST_TITLE, folded, lines, one_line

LONGEST_DESCRIPTION = 2000
NOTHING = {"", "-", "–", "?", "n.v.t.", "nvt", "n/a", "onbekend", "unknown", "geen", "none"}
SHEET_ERRORS = {
    *("#DIV/0!", "#N/A", "#N/B", "#NAME?", "#NAAM?", "#NULL!", "#LEEG!", "#NUM!", "#GETAL!"),
    *("#REF!", "#VERW!", "#VALUE!", "#WAARDE!"),
}
NEVER = {"nooit", "nog nooit", "nog niet", "nee", "never", "not yet", "no"}

# Other words people use for a value, beside its code and its own name in both languages.
WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {
        Kind.POLICY: "beleidsplan|beleidsnota|nota|policies|plan",
        Kind.PROCESS: "werkproces|procedure|werkwijze|processen",
        Kind.SERVICE: "dienstverlening|diensten|product|voorziening|loket|services",
        Kind.RULE: "beleidsregel|verordening|regels|regeling|rules|by-law|bylaw",
        Kind.ALGORITHM: "algoritme|risicoprofiel|risk profile|model|risicomodel",
        Kind.CONTRACT: "contract|subsidie|inkoop|opdracht|grant|contracten|subsidies",
    },
    "role": {
        Role.EMPLOYER: "als werkgever|hr|p&o|hrm|personeel|organisatie",
        Role.POLICY_MAKER: "als beleidsmaker|beleid|policy|policymaker|policy maker",
        Role.SERVICE_PROVIDER: (
            "als dienstverlener|dienstverlening|dienst|service|provider|service provider"
        ),
    },
    "delivery": {
        Delivery.OWN: "zelf|eigen|gemeente|de gemeente|eigen beheer|intern|in house|ourselves",
        Delivery.PAID_CHAIN: (
            "betaald|keten|betaalde keten|ingekocht|inkoop|uitbesteed|subsidie|gesubsidieerd|paid"
            "|paid chain|outsourced|contract"
        ),
        Delivery.UNPAID_PARTNERS: (
            "partners|onbetaald|onbetaalde partners|niet betaald|unpaid|unpaid partners"
        ),
    },
}
CHOICES: Mapping[str, type[Kind] | type[Role] | type[Delivery]] = {
    "kind": Kind,
    "role": Role,
    "delivery": Delivery,
}
MONTHS = (
    "januari|jan|january",
    "februari|feb|february",
    "maart|mrt|mar|march",
    "april|apr",
    "mei|may",
    "juni|jun|june",
    "juli|jul|july",
    "augustus|aug|august",
    "september|sep|sept",
    "oktober|okt|october|oct",
    "november|nov",
    "december|dec",
)


class Unclear(Exception):
    """A cell says something we do not understand; the sentence says how to mend it."""


def value_of(field: str, cell: object, *, today: date) -> str:
    """What a cell says about a field, as the text that travels along; empty when it says nothing.

    Raises Unclear with one sentence when it says something that cannot be kept.
    """
    text = one_line(_text(cell))
    if text.upper() in SHEET_ERRORS:
        raise Unclear(
            _(
                "Hier staat een foutmelding van het werkblad: %(text)s. Zet hier de waarde zelf "
                "neer."
            )
            % {"text": text}
        )
    return _READERS[field](field, cell, today)


def _title(field: str, cell: object, today: date) -> str:
    text = one_line(_text(cell))
    if len(text) > LONGEST_TITLE:
        raise Unclear(_too_long(len(text), LONGEST_TITLE))
    return text


def _description(field: str, cell: object, today: date) -> str:
    text = lines(_text(cell))
    if len(text) > LONGEST_DESCRIPTION:
        raise Unclear(_too_long(len(text), LONGEST_DESCRIPTION))
    return text


def _short(field: str, cell: object, today: date) -> str:
    text = _title(field, cell, today)
    return "" if folded(text) in NOTHING else text


def _owner(field: str, cell: object, today: date) -> str:
    text = _short(field, cell, today)
    if "@" in text:
        raise Unclear(_("Hier staat een e-mailadres. Zet er een functie neer."))
    if len(text) > 160:
        raise Unclear(_too_long(len(text), 160))
    return text


def _choice(field: str, cell: object, today: date) -> str:
    text = one_line(_text(cell))
    if folded(text) in NOTHING:
        return ""
    code = _codes(field).get(folded(text).replace("-", " "))
    if code is None:
        raise Unclear(
            _("Wij kennen '%(text)s' niet als %(field)s. Kies uit: %(choices)s.")
            % {
                "text": text[:60],
                "field": Item._meta.get_field(field).verbose_name,  # type: ignore[union-attr] # a plain field: it has one
                "choices": ", ".join(str(label) for label in CHOICES[field].labels),
            }
        )
    return code


@cache
def _codes(field: str) -> dict[str, str]:
    """Every way to write a value, to its code."""
    codes: dict[str, str] = {}
    for choice in CHOICES[field]:
        words = [choice.value, *WORDS[field][choice].split("|")]
        for language in ("nl", "en"):
            with override(language):
                words.append(str(choice.label))
        codes |= {folded(word).replace("-", " "): choice.value for word in words}
    return codes


def _day(field: str, cell: object, today: date) -> str:
    if isinstance(cell, datetime):
        cell = cell.date()
    text = one_line(_text(cell))
    if folded(text) in NOTHING | NEVER:
        return ""
    day = cell if isinstance(cell, date) else _read_day(text)
    if day is None:
        raise Unclear(
            _("Wij lezen '%(text)s' niet als datum. Schrijf die zo: 1-3-2026.")
            % {"text": text[:60]}
        )
    if day > today:
        raise Unclear(_("Deze datum ligt in de toekomst. Zet hier wanneer er is onderzocht."))
    if day.year < 1950:
        raise Unclear(_("Deze datum ligt voor 1950. Klopt het jaar?"))
    return day.isoformat()


def _read_day(text: str) -> date | None:
    """A day written with numbers (day first, or year first) or with the name of the month."""
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([ T][\d:.]+)?", text):
        return _real_day(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        return _real_day(int(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})[- ]([a-z]+)\.?[- ](\d{4})", text.casefold()):
        months = (at for at, names in enumerate(MONTHS, 1) if found[2] in names.split("|"))
        return _real_day(int(found[3]), next(months, 0), int(found[1]))
    return None


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _too_long(length: int, most: int) -> str:
    return _("Deze tekst heeft %(length)s tekens; er passen er %(most)s. Maak hem korter.") % {
        "length": length,
        "most": most,
    }


_READERS: Mapping[str, Callable[[str, object, date], str]] = {
    "title": _title,
    "description": _description,
    "kind": _choice,
    "role": _choice,
    "owner": _owner,
    "delivery": _choice,
    "carried_out_by": _short,
    "last_examined": _day,
}
