"""The list of actions as a file that a spreadsheet opens."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from waterpas.web.actions import words
from waterpas.web.actions.models import Action
from waterpas.web.actions.rules import safe_cell
from waterpas.web.actions.selectors import ActionNow

BYTE_ORDER_MARK = "\ufeff"


def as_csv(found: Iterable[ActionNow]) -> str:
    """A table with semicolons, as a Dutch spreadsheet wants it; functions, never names."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(_header())
    writer.writerows([safe_cell(cell) for cell in _row(now)] for now in found)
    return BYTE_ORDER_MARK + file.getvalue()


def _header() -> list[str]:
    return [
        _("nummer"),
        _("maatregel"),
        _("wat er verandert"),
        _("bevindingen"),
        _("preventief"),
        _("criteria en patronen"),
        _("onderwerp"),
        _("eigenaar"),
        _("wie meekijkt"),
        _("wie verantwoording aflegt"),
        _("fte"),
        _("euro, eenmalig"),
        _("euro, elk jaar"),
        _("stand van het geld"),
        _("ingevoerd voor"),
        _("stand"),
        _("ingevoerd op"),
        _("waaruit dat blijkt"),
        _("wat er mist"),
    ]


def _row(now: ActionNow) -> list[str]:
    action = now.action
    return [
        str(action.pk),
        action.title,
        action.change,
        " | ".join(finding.title for finding in action.findings.all()),
        _("ja") if now.is_preventive else _("nee"),
        " ".join(action.points),
        *(str(part or "") for part in (action.item, action.owner, action.reviewer)),
        str(action.accountable or ""),
        *_means(action),
        str(action.get_money_display()),
        *_days(action),
        action.effect,
        " ".join(now.missing),
    ]


def _means(action: Action) -> list[str]:
    fte = "" if action.fte is None else words.number(action.fte)
    return [
        fte,
        *("" if euro is None else str(euro) for euro in (action.euro_once, action.euro_yearly)),
    ]


def _days(action: Action) -> list[str]:
    due, introduced = action.due, action.introduced_on
    return [
        due.isoformat() if due else "",
        str(action.get_status_display()),
        introduced.isoformat() if introduced else "",
    ]
