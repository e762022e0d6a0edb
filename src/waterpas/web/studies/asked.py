"""What a computation was asked, in words, so that one can be told from another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from waterpas.explain.methods import METHODS, Ask, method_of
from waterpas.explain.numbers import decimal, level_text
from waterpas.results import DECIDING_LEVEL
from waterpas.texts import Language, translate
from waterpas.web.studies.models import Run
from waterpas.web.studies.percentages import KIND
from waterpas.web.studies.rules import AUDIT


@dataclass(frozen=True, slots=True)
class Asked:
    """With whom was compared, each further question with what was chosen, and the level when it is
    another than usual. Nothing of what came out."""

    reference: str
    level: str
    lines: tuple[tuple[str, str], ...]


def asked_of(run: Run, lang: Language) -> Asked:
    """What this computation was asked."""
    told: Mapping[str, Any] = run.parameters
    level = float(told.get("level", DECIDING_LEVEL))
    return Asked(
        reference=_reference(told),
        level="" if level == DECIDING_LEVEL else level_text(level, lang),
        lines=tuple(_lines(told, lang, year=_year_of(run))),
    )


def _reference(told: Mapping[str, Any]) -> str:
    others = {
        "everybody": _("iedereen samen"),
        "everybody-else": _("iedereen die niet in de groep zit"),
    }
    return str(told.get("reference") or others.get(told.get("reference_kind", ""), ""))


def _year_of(run: Run) -> str:
    """The year of percentages of the Barometer, as it was shown with them; empty: there is none."""
    if run.parameters.get("kind") != KIND:
        return ""
    return str(run.released["nl"]["result"].get("asked", {}).get("year", ""))


def _lines(told: Mapping[str, Any], lang: Language, *, year: str) -> Iterator[tuple[str, str]]:
    kind, settings = told.get("kind", AUDIT), told.get("settings") or {}
    if kind not in METHODS:
        if told.get("by"):
            yield _("Vergeleken binnen:"), ", ".join(told["by"])
        return
    if year:
        yield _("Van welk jaar is de uitkomst?"), year
    for ask in method_of(kind).asks:
        if settings.get(ask.name) not in (None, "", []):
            yield translate(ask.label, lang), _chosen(ask, settings[ask.name], lang)


def _chosen(ask: Ask, value: Any, lang: Language) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if ask.kind == "choice":
        words = dict(ask.options).get(value)
        return translate(words, lang) if words else str(value)
    if isinstance(value, float):
        return decimal(value, 0 if value.is_integer() else 2, lang)
    return str(value)
