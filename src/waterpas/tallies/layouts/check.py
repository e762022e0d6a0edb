"""Whether this is a layout; one sentence about the first thing that is wrong."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from waterpas.errors import InputError
from waterpas.tallies.places import listed, one_line
from waterpas.texts import mark

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

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


def check_layout(data: Mapping[str, Any], *, name: str) -> None:
    """Refuse a layout that is not complete, or in which a name points at nothing."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator().iter_errors(data))
    if error is not None:
        raise _as_sentence(error, name)
    _check_names(data, name)


def _as_sentence(error: "ValidationError", name: str) -> InputError:
    place = ".".join(str(part) for part in error.absolute_path) or "-"
    if error.validator == "required":
        asked = error.validator_value if isinstance(error.validator_value, list) else []
        present = error.instance if isinstance(error.instance, dict) else {}
        missing = [field for field in asked if field not in present]
        return InputError(
            mark("In de indeling %(layout)s ontbreekt bij '%(place)s': %(fields)s."),
            layout=name,
            place=place,
            fields=listed(missing),
        )
    if error.validator == "additionalProperties":
        schema = error.schema if isinstance(error.schema, dict) else {}
        known = schema.get("properties", {})
        instance = error.instance if isinstance(error.instance, dict) else {}
        strange = [field for field in instance if field not in known]
        return InputError(
            mark(
                "In de indeling %(layout)s staat bij '%(place)s' iets dat niet bestaat: "
                "%(fields)s. Wel: %(known)s."
            ),
            layout=name,
            place=place,
            fields=listed(strange),
            known=listed(known),
        )
    return InputError(
        mark("In de indeling %(layout)s klopt '%(place)s' niet: '%(value)s'. Gevraagd: %(asked)s."),
        layout=name,
        place=place,
        value=one_line(error.instance),
        asked=f"{error.validator} {one_line(error.validator_value)}",
    )


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
