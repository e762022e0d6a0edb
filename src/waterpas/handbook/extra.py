"""A municipality's own items: they add, they never change ours."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match

from waterpas.handbook.errors import ExtraFileUnusable, ItemIdTaken
from waterpas.handbook.files import read_schema, read_strictly
from waterpas.handbook.model import Item

SCHEMA = "handbook-v1.schema.json"
# Per rule of the schema that a file can break: the reason in Dutch and in English.
REASONS = {
    "required": ("%s ontbreekt", "%s is missing"),
    "additionalProperties": ("%s hoort hier niet", "%s does not belong here"),
    "const": ("hier moet %s staan", "this must be %s"),
    "enum": ("kies uit %s", "choose from %s"),
    "type": ("dit moet van het type %s zijn", "this must be of type %s"),
    "pattern": (
        "dit past niet bij het patroon %s (een eigen id is bijvoorbeeld eigen-loting)",
        "this does not fit the pattern %s (an own id is for example eigen-loting)",
    ),
    "minLength": ("dit mag niet leeg zijn", "this must not be empty"),
}
OTHER_REASON = ("dit voldoet niet aan het schema: %s", "this does not follow the schema: %s")


def read_extra(path: Path, ours: Iterable[Item]) -> list[Mapping[str, Any]]:
    """Read the items of a municipality, or raise with one sentence what is wrong."""
    content = _read(path)
    taken = {item.id.casefold() for item in ours}
    # First of all the ids: whoever wants to change an item of ours must hear exactly that.
    _refuse_taken_ids(path, content, taken)
    _follow_schema(path, content)
    items: list[Mapping[str, Any]] = content["items"]
    _refuse_unknown_references(path, items, {item.id for item in ours})
    return items


def _read(path: Path) -> Any:
    try:
        return read_strictly(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        dutch, english = _why_unread(error)
        raise ExtraFileUnusable(path=path, where="", dutch=dutch, english=english) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ExtraFileUnusable(
            path=path,
            where="",
            dutch=f"regel {line} is geen geldige YAML, of een sleutel staat er twee keer",
            english=f"line {line} is not valid YAML, or a key stands there twice",
        ) from None


def _why_unread(error: OSError | UnicodeDecodeError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return (
            "het bestand is er niet; kijk of de naam en de map kloppen",
            "the file is not there; check its name and folder",
        )
    if isinstance(error, PermissionError):
        return (
            "u mag dit bestand niet lezen; vraag de beheerder om leesrecht",
            "you may not read this file; ask the administrator for the right to read it",
        )
    return ("het is niet te lezen als tekst (UTF-8)", "it cannot be read as text (UTF-8)")


def _refuse_taken_ids(path: Path, content: Any, taken: set[str]) -> None:
    items = content.get("items") if isinstance(content, dict) else None
    ids = [
        item["id"]
        for item in (items if isinstance(items, list) else [])
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    ]
    twice = {folded for folded, n in Counter(one.casefold() for one in ids).items() if n > 1}
    for one in ids:
        if one.casefold() in taken | twice:
            raise ItemIdTaken(item=one, path=path)


def _follow_schema(path: Path, content: Any) -> None:
    schema = read_schema(SCHEMA)
    own = {"$defs": schema["$defs"], "$ref": "#/$defs/municipalFile"}
    error = best_match(Draft202012Validator(own).iter_errors(content))
    if error is not None:
        dutch, english = reasons_of(error)
        raise ExtraFileUnusable(path=path, where=where_of(error), dutch=dutch, english=english)


def where_of(error: ValidationError) -> str:
    """The place in the file, as a path."""
    return "/".join(str(part) for part in error.absolute_path) or "items"


def reasons_of(error: ValidationError) -> tuple[str, str]:
    """What is wrong, in Dutch and in English."""
    dutch, english = REASONS.get(str(error.validator), OTHER_REASON)
    detail = _detail(error)
    return (dutch % detail, english % detail) if "%s" in dutch else (dutch, english)


def _detail(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    present: Any = error.instance
    if error.validator == "required":
        return ", ".join(key for key in wanted if key not in present)
    if error.validator == "additionalProperties":
        known: Any = error.schema
        return ", ".join(str(key) for key in present if key not in known["properties"])
    if error.validator == "enum":
        return ", ".join(wanted)
    return str(wanted) if str(error.validator) in REASONS else error.message


def _refuse_unknown_references(path: Path, items: list[Mapping[str, Any]], ours: set[str]) -> None:
    known = ours | {item["id"] for item in items}
    for item in items:
        named = [*item.get("see", ()), *item.get("changes", ()), item.get("part_of")]
        for name in filter(None, named):
            if name not in known:
                raise ExtraFileUnusable(
                    path=path,
                    where=str(item["id"]),
                    dutch=f"onderdeel {name} bestaat niet",
                    english=f"item {name} does not exist",
                )
