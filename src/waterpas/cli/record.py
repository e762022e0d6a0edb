"""Runs on record: which comparisons were made on which source, so that none is forgotten."""

import json
from datetime import UTC, datetime
from pathlib import Path

from waterpas.results import Chain, Measured, Reference, Result
from waterpas.version import __version__


def add_to_record(path: Path, result: Result, *, command: str, now: datetime) -> None:
    """Add one line of JSON: when, which source, which question, how many comparisons."""
    line = {
        "at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "command": command,
        "version": __version__,
        "source": [{"name": s.name, "sha256": s.sha256} for s in result.sources],
        "across": result.across,
        "reference": _compared_with(result.reference),
        "question": _question(result),
        "family": result.family,
    }
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _compared_with(reference: Reference | None) -> str | None:
    return (reference.level or reference.kind) if reference else None


def _question(result: Result) -> dict[str, object]:
    if isinstance(result, Measured):
        return {"method": result.method, "outcome": result.outcome, "asked": dict(result.asked)}
    if isinstance(result, Chain):
        return {"steps": [step.id for step in result.steps]}
    return {"outcome": result.outcome, "by": list(result.by)}
