"""From the bytes of a file to a record that can be trusted in its shape. Nothing is stored."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from waterpas.web.findings.rules import personal_in
from waterpas.web.scans import rules
from waterpas.web.scans.exchange.record import FORMAT, VERSION, Record, schema
from waterpas.web.scans.lists import QuestionList, find

MOST_BYTES = 2_000_000


class NotThisFile(Exception):
    """The file is no scan that this Waterpas can take in; the message says why, in one sentence."""


def record_in(content: bytes) -> Record:
    """The record in a file. Raises NotThisFile."""
    if len(content) > MOST_BYTES:
        raise NotThisFile(_("Dit bestand is te groot voor een beleidstoets (meer dan 2 MB)."))
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotThisFile(
            _("Dit is geen JSON-bestand. Kies het bestand dat u als JSON hebt opgehaald.")
        ) from None
    _refuse_other_kind(found)
    _refuse_wrong_shape(found)
    record: Record = found
    _refuse_unknown_questions(record)
    _refuse_people(record)
    return record


def _refuse_other_kind(found: object) -> None:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotThisFile(_("In dit bestand staat geen beleidstoets van Waterpas."))
    if found.get("version") != VERSION:
        raise NotThisFile(
            _("Dit bestand is van een nieuwere Waterpas. Werk Waterpas bij, en lees het dan in.")
        )


def _refuse_wrong_shape(found: Mapping[str, Any]) -> None:
    from jsonschema import Draft202012Validator

    for error in Draft202012Validator(schema()).iter_errors(found):
        raise NotThisFile(
            _("Het bestand klopt niet bij “%(place)s”. Haal het opnieuw op waar het vandaan komt.")
            % {"place": error.json_path.removeprefix("$.")}
        )
    try:
        for day in _days(found):
            date.fromisoformat(day)
    except ValueError:
        raise NotThisFile(_("In het bestand staat een dag die niet bestaat.")) from None


def _days(found: Mapping[str, Any]) -> Iterator[str]:
    yield found["scan"]["recheck_on"]
    yield from (one["asked_on"] for one in found["answers"] if one.get("asked_on"))
    moments = (found["made_at"], *(one["answered_at"] for one in found["answers"]))
    yield from (moment[:10] for moment in moments)


def _refuse_unknown_questions(record: Record) -> None:
    there = _list_of(record)
    known = {one.id: one for one in there.questions}
    seen: set[tuple[str, str]] = set()
    for answer in record["answers"]:
        key = (answer["stage"], answer["criterion"])
        question = known.get(answer["criterion"])
        if question is None or answer["value"] not in rules.scale(question.direction, there.scale):
            raise NotThisFile(
                _("Het antwoord bij %(criterion)s past niet bij deze lijst met vragen.")
                % {"criterion": answer["criterion"]}
            )
        if key in seen:
            raise NotThisFile(
                _("Bij %(criterion)s staan twee antwoorden.") % {"criterion": answer["criterion"]}
            )
        seen.add(key)


def _list_of(record: Record) -> QuestionList:
    there = find(record["scan"]["question_list"])
    if there.is_gone:
        raise NotThisFile(_("Deze Waterpas kent de lijst met vragen niet die hier is gebruikt."))
    return there


def _refuse_people(record: Record) -> None:
    """The same refusal as where somebody types: no e-mail, telephone or service number."""
    for place, text in _texts(record, ""):
        if personal_in(text):
            raise NotThisFile(
                _(
                    "Bij “%(place)s” staat een e-mailadres, telefoonnummer of "
                    "burgerservicenummer. Haal het weg waar het vandaan komt."
                )
                % {"place": place}
            )


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from _texts(part, f"{place} {number}")
    elif isinstance(value, str) and not place.endswith(("_at", "_on", "due")):
        yield place, value
