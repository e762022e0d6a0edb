"""Whether this is a layout; all that is wrong at once, each with its place."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from waterpas.errors import InputError, Phrase
from waterpas.tallies.places import MANY, listed, one_line
from waterpas.texts import mark

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

LineOf = Callable[[Sequence[str | int]], int]
SCHEMA = Path(__file__).parent / "layout-v1.schema.json"


def parse_yaml(data: bytes, *, name: str) -> Mapping[str, Any]:
    """Read YAML; refuses references, which can make a small file endless."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data)):
            raise _no_yaml(name, "*")
        found = yaml.safe_load(data)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        raise _no_yaml(name, where.line + 1 if where else "?") from error
    if not isinstance(found, dict):
        raise _no_yaml(name, 1)
    return found


def _no_yaml(name: str, line: object) -> InputError:
    return InputError(
        mark("De indeling %(layout)s is geen goede YAML (regel %(line)s)."), layout=name, line=line
    )


@cache
def _validator() -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def check_layout(data: Mapping[str, Any], *, name: str, line_of: LineOf | None = None) -> None:
    """Refuse a layout that is not complete, or in which a name points at nothing.

    All that is missing or wrong is named at once, with its line in the file (`line_of`).
    """
    found = {(tuple(each.path), each.validator): each for each in _validator().iter_errors(data)}
    errors = sorted(found.values(), key=lambda error: list(map(str, error.path)))
    if errors:
        faults = tuple(_fault(error, line_of) for error in errors[:MANY])
        raise InputError(
            mark("De indeling %(layout)s klopt niet. %(faults)s."), layout=name, faults=faults
        )
    _check_names(data, name)


def _fault(error: "ValidationError", line_of: LineOf | None) -> Phrase:
    where = _where(list(error.absolute_path), line_of)
    if error.validator == "required":
        asked = error.validator_value if isinstance(error.validator_value, list) else []
        present = error.instance if isinstance(error.instance, dict) else {}
        missing = [field for field in asked if field not in present]
        return Phrase(
            mark("%(where)s ontbreekt: %(fields)s"), {"where": where, "fields": listed(missing)}
        )
    if error.validator == "additionalProperties":
        schema = error.schema if isinstance(error.schema, dict) else {}
        known = schema.get("properties", {})
        instance = error.instance if isinstance(error.instance, dict) else {}
        strange = [field for field in instance if field not in known]
        return Phrase(
            mark("%(where)s staat iets dat niet bestaat: %(fields)s (wel: %(known)s)"),
            {"where": where, "fields": listed(strange), "known": listed(known)},
        )
    return Phrase(
        mark("%(where)s kan '%(value)s' niet (gevraagd: %(asked)s)"),
        {
            "where": where,
            "value": one_line(error.instance),
            "asked": f"{error.validator} {one_line(error.validator_value)}",
        },
    )


def _where(path: Sequence[str | int], line_of: LineOf | None) -> Phrase:
    """'Regel 12, bij 'steps.0'': the line only where a file was read."""
    place = Phrase(mark("bij '%(place)s'"), {"place": ".".join(map(str, path))})
    top = Phrase(mark("bij de indeling zelf (niet ingesprongen)"), {})
    here = place if path else top
    line = line_of(path) if line_of else None
    if line is None:
        return here
    return Phrase(mark("regel %(line)s, %(here)s"), {"line": line, "here": here})


def line_finder(data: bytes) -> LineOf:
    """On which line of the YAML each place stands."""
    root = yaml.compose(data, Loader=yaml.SafeLoader)

    def line_of(path: Sequence[str | int]) -> int:
        node, line = root, 1
        for part in path:
            node, line = _inside(node, part, line)
        return line

    return line_of


def _inside(node: Any, part: str | int, line: int) -> tuple[Any, int]:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        found = node.value[part]
        return found, found.start_mark.line + 1
    for key, value in getattr(node, "value", ()):
        if key.value == str(part):
            return value, key.start_mark.line + 1
    return None, line


def _check_names(data: Mapping[str, Any], name: str) -> None:
    steps = [each["id"] for each in data["steps"]]
    _check_known(steps, _named_steps(data), name)
    _check_once([each["level"] for each in data["groups"]], name)
    _check_once([each["header"] for each in data["groups"]], name)
    strata = data.get("strata", {}).get("levels", [])
    _check_once([each["level"] for each in strata], name)


def _named_steps(data: Mapping[str, Any]) -> list[str]:
    crossed = [each[end] for each in data.get("crosses", []) for end in ("step", "outside")]
    strata = data.get("strata", {}).get("levels", [])
    return crossed + [step for each in strata for step in each["steps"]]


def _check_known(steps: Sequence[str], named: Sequence[str], layout: str) -> None:
    for step in named:
        if step not in steps:
            raise InputError(
                mark("De indeling %(layout)s noemt de stap '%(step)s'; die is er niet: %(steps)s."),
                layout=layout,
                step=step,
                steps=listed(steps),
            )


def _check_once(values: Sequence[str], layout: str) -> None:
    for at, value in enumerate(values):
        if value in values[:at]:
            raise InputError(
                mark("In de indeling %(layout)s staat '%(value)s' twee keer. Eén keer is genoeg."),
                layout=layout,
                value=value,
            )
