"""From a result to plain dictionaries, in the form that the package's JSON Schema documents."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from waterpas.results import (
    Chain,
    ChainStep,
    Comparison,
    Count,
    Detectable,
    Estimate,
    GroupResult,
    Interval,
    Note,
    Reference,
    Source,
    Unknown,
)
from waterpas.tallies.framed import frame_of, free_names

Plain = dict[str, Any]
NoteText = Callable[[Note], str]


def dumps(value: object) -> str:
    """JSON text; a NaN or an infinity would be a defect and is refused."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def comparison(result: Comparison, *, text: NoteText | None = None) -> Plain:
    """One object with source, reference, method, notes and groups."""
    return {
        **_head(result, text=text),
        "outcome": result.outcome,
        "by": list(result.by),
        "smallest_detectable_difference": _detectables(result.groups),
        "groups": [group(each, text=text) for each in result.groups],
    }


def chain(result: Chain, *, text: NoteText | None = None) -> Plain:
    """One object with source, reference, method, notes and the steps in order."""
    shown = [step for step in result.steps if not step.hit_rate]
    groups = [group for step in shown for group in step.comparison.groups]
    return {
        **_head(result, text=text),
        "population": result.population,
        "smallest_detectable_difference": _detectables(groups),
        "steps": [_step(each, result, text=text) for each in result.steps],
    }


def group(result: GroupResult, *, text: NoteText | None = None) -> Plain:
    """The fields of one group."""
    return {
        "group": dict(result.group),
        "is_reference": result.is_reference,
        "n": result.n.value,
        "n_bounds": bounds_of(result.n),
        "cases": result.cases.value,
        "cases_bounds": bounds_of(result.cases),
        **_estimate("rate", result.rate),
        **_estimate("difference", result.difference),
        **_estimate("ratio", result.ratio),
        "p": result.p,
        "p_adjusted": result.p_adjusted,
        "certainty": result.certainty and str(result.certainty),
        "smallest_detectable_difference": _detectable(result.detectable),
        "outcome_unknown": _unknown(result.unknown),
        "suppressed": result.suppressed and result.suppressed.reason,
        "notes": [plain_note(each, text=text) for each in result.notes],
        **_allowed(result),
    }


def _allowed(result: GroupResult) -> Plain:
    """The outer intervals of figures that have no estimate, because the source hid a count."""
    found = asdict(result.allowed) if result.allowed else {}
    return {
        f"{name}_outer_interval": [each["low"], each["high"]]
        for name, each in found.items()
        if each
    }


def rows(result: Comparison | Chain) -> list[Plain]:
    """One dictionary per group, with its step in a chain."""
    if isinstance(result, Comparison):
        return list(comparison(result)["groups"])
    return [
        {**{key: step[key] for key in ("step", "on_the_chain", "hit_rate")}, **each}
        for step in chain(result)["steps"]
        for each in step["groups"]
    ]


def flat_rows(result: Comparison | Chain, *, also: Iterable[str] = ()) -> list[Plain]:
    """The same without nesting: intervals become columns `_low` and `_high`.

    A group column that is called as one of the others, or as one of `also`, gets `group_` in front
    of its name.
    """
    plains = rows(result)
    flat = [_flat({key: row[key] for key in row if key != "group"}) for row in plains]
    taken = {name for row in flat for name in row}.union(also)
    names = free_names(plains[0]["group"] if plains else (), taken)
    return [
        _first(rest) | {names[column]: level for column, level in row["group"].items()} | rest
        for row, rest in zip(plains, flat, strict=True)
    ]


def _first(row: Plain) -> Plain:
    return {"step": row["step"]} if "step" in row else {}


def frame(result: Comparison | Chain) -> object:
    """Rows as a frame of the first library at hand: Polars, pandas or Arrow.

    A library that is already imported goes first. Intervals become columns `_low` and `_high`.
    """
    return frame_of(flat_rows(result))


# The fields of what can be absent as a whole: then each of its columns is empty.
NESTED = {
    "smallest_detectable_difference": tuple(each.name for each in fields(Detectable)),
    "outcome_unknown": tuple(each.name for each in fields(Unknown)),
}


def _flat(row: Mapping[str, Any], prefix: str = "") -> Plain:
    flat: Plain = {}
    for key, value in row.items():
        if value is None and key in NESTED:
            value = dict.fromkeys(NESTED[key])
        name = f"{prefix}{key}"
        if key.endswith(("interval", "bounds")) and not isinstance(value, dict):
            low, high = value or (None, None)
            flat |= {f"{name}_low": low, f"{name}_high": high}
        elif isinstance(value, dict):
            flat |= _flat(value, prefix=f"{name}_")
        elif key != "notes":
            flat[name] = value
    return flat


def _head(result: Comparison | Chain, *, text: NoteText | None) -> Plain:
    return {
        "source": plain_sources(result.sources),
        "across": result.across,
        "reference": _reference(result.reference),
        "method": method(result),
        "rounded_to": result.rounded_to,
        "notes": [plain_note(each, text=text) for each in result.notes],
    }


def method(result: Comparison | Chain) -> Plain:
    """With which methods the figures were made."""
    return {
        "rate": "wilson",
        "difference": "newcombe",
        "ratio": "katz, or score with fewer than 10 cases in a group",
        "p": "score test, adjusted after benjamini-hochberg",
        "level": result.level,
        "family": result.family,
    }


def _step(step: ChainStep, chain: Chain, *, text: NoteText | None) -> Plain:
    warning = _warning(step, chain, text) if step.hit_rate and text else None
    return {
        "step": step.id,
        "label": dict(step.label),
        "of": step.of,
        "on_the_chain": step.nested,
        "hit_rate": step.hit_rate,
        **({"warning": warning} if warning else {}),
        "groups": [_step_group(each, step, chain, text=text) for each in step.comparison.groups],
    }


def _step_group(
    result: GroupResult, step: ChainStep, chain: Chain, *, text: NoteText | None
) -> Plain:
    plain = group(result, text=text)
    so_far = step.cumulative.get(result.group[step.comparison.across])
    plain["step_ratio"] = plain["ratio"]
    plain |= _estimate("cumulative_ratio", so_far)
    still = step.cumulative_allowed.get(result.group[step.comparison.across])
    if still:
        plain["cumulative_ratio_outer_interval"] = interval_of(still)
    if step.hit_rate:
        plain |= _estimate("selection_rate", selection_rate(result, step, chain))
    return plain


def selection_rate(result: GroupResult, step: ChainStep, chain: Chain) -> Estimate | None:
    """The rate of the same group at the step whose people a hit rate is about."""
    before = [each for each in chain.steps if each.id == step.of]
    same = [g for each in before for g in each.comparison.groups if g.group == result.group]
    return same[0].rate if same else None


def _warning(step: ChainStep, chain: Chain, text: NoteText) -> str:
    notes = (note for note in chain.notes if note.code == "hit-rate")
    return " ".join(text(note) for note in notes if note.fields["step"] == step.id)


def _estimate(name: str, estimate: Estimate | None) -> Plain:
    if estimate is None:
        return {name: None, f"{name}_interval": None, f"{name}_outer_interval": None}
    plain: Plain = {
        name: estimate.value,
        f"{name}_interval": interval_of(estimate.interval),
        f"{name}_outer_interval": interval_of(estimate.outer),
    }
    if estimate.interval or estimate.others:
        plain[f"{name}_method"] = estimate.method
    others = {key.replace("-", "_"): each for key, each in estimate.others.items()}
    return plain | {f"{name}_{key}_interval": interval_of(each) for key, each in others.items()}


def interval_of(interval: Interval | None) -> list[float] | None:
    """Both ends, or null."""
    return [interval.low, interval.high] if interval else None


def bounds_of(count: Count) -> list[int] | None:
    """Between what a rounded count may lie; null where it is exact."""
    return None if count.is_exact else [count.low, count.high]


def _unknown(unknown: Unknown | None) -> Plain | None:
    return asdict(unknown) if unknown else None


def _detectable(detectable: Detectable | None) -> Plain | None:
    return asdict(detectable) if detectable else None


def _detectables(groups: Sequence[GroupResult]) -> float | None:
    """The largest of the groups' smallest differences: what could be seen everywhere."""
    sizes = [
        max(end for end in (each.detectable.higher, each.detectable.lower) if end is not None)
        for each in groups
        if each.detectable and (each.detectable.higher or each.detectable.lower)
    ]
    return max(sizes, default=None)


def plain_note(note: Note, *, text: NoteText | None) -> Plain:
    """A note with its fields, and its sentence where there is somebody to say it."""
    plain: Plain = {"code": note.code, "fields": dict(note.fields)}
    return plain | ({"text": text(note)} if text else {})


def _reference(reference: Reference) -> Plain:
    return asdict(reference)


def plain_sources(sources: Sequence[Source]) -> Plain:
    """The source; of tallies that were added, the names together and the parts apart."""
    plains = [_source(each) for each in sources]
    if len(plains) == 1:
        return plains[0]
    return {
        "name": " + ".join(each.name for each in sources),
        "sha256": None,
        "rows": _sum(each.rows for each in sources),
        "used": _sum(each.used for each in sources),
        "left_out": [part for plain in plains for part in plain["left_out"]],
        "parts": plains,
    }


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = list(numbers)
    return None if None in known else sum(number or 0 for number in known)


def _source(source: Source) -> Plain:
    return asdict(source) | {"left_out": [asdict(part) for part in source.left_out]}
