"""A scan as one plain object: what the JSON file holds, and what an import reads."""

import json
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.timezone import localtime

from waterpas.version import __version__
from waterpas.web.actions.models import Action
from waterpas.web.actions.selectors import actions
from waterpas.web.findings.models import Finding
from waterpas.web.findings.selectors import findings_of
from waterpas.web.people.models import Organisation
from waterpas.web.references.urns import resolve
from waterpas.web.scans.models import Answer, Decision, Scan
from waterpas.web.scans.selectors import SAYS

FORMAT, VERSION = "waterpas-scan", 1
OPENING = (
    *("question_list", "about", "aim", "haste", "delivery", "with_conditions", "with_partners"),
    "stage",
)
PLAN = ("title", "change", "status", "money", "euro_once", "euro_yearly", "handbook_change")
Record = dict[str, Any]


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    text = files(__package__).joinpath("scan-v1.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def record_of(scan: Scan, *, now: datetime) -> Record:
    """Everything that a scan says, without names of people: functions only."""
    found = list(findings_of(scan.item))
    there = Organisation.objects.first()
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _moment(now),
        "made_with": f"Waterpas {__version__}",
        "organisation": there.name if there else "",
        "item": {name: getattr(scan.item, name) for name in ("title", "kind", "role")},
        "scan": {name: getattr(scan, name) for name in OPENING}
        | {"recheck_on": scan.recheck_on.isoformat(), "begun_at": _moment(scan.begun_at)},
        "answers": [_answer(one) for one in scan.answers.all()],
        "decisions": [_decision(one) for one in scan.decisions.all()],
        "findings": [_finding(one) for one in found],
        "actions": [_action(one) for one in actions_about(found)],
    }


def actions_about(found: list[Finding]) -> list[Action]:
    """The actions that answer these findings, each once."""
    return list(actions().filter(findings__in=found).distinct())


def text_of(record: Record) -> str:
    """The file."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _answer(answer: Answer) -> Record:
    said = {name: getattr(answer, name) for name in SAYS}
    study = resolve(answer.study) if answer.study else None
    return {
        "stage": answer.stage,
        "criterion": answer.criterion,
        **said,
        "study": study.title if study else "",
        "asked_on": said["asked_on"].isoformat() if said["asked_on"] else None,
        "carried": answer.carried,
        "answered_at": _moment(answer.answered_at),
    }


def _decision(decision: Decision) -> Record:
    said = {name: getattr(decision, name) for name in ("stage", "choice", "reason")}
    return said | {"decided_at": _moment(decision.decided_at)}


def _finding(finding: Finding) -> Record:
    names = ("title", "explanation", "points", "for_whom", "no_action_reason")
    return {name: getattr(finding, name) for name in names}


def _action(action: Action) -> Record:
    said: Record = {name: getattr(action, name) for name in PLAN}
    return said | {
        "owner": str(action.owner) if action.owner else "",
        "fte": str(action.fte) if action.fte is not None else None,
        "due": _day(action.due),
        "introduced_on": _day(action.introduced_on),
        "findings": [finding.title for finding in action.findings.all()],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime) -> str:
    return localtime(moment).isoformat(timespec="seconds")
