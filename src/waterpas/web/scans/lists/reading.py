"""Reading the file of a list, and refusing it with the name of its fault."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from waterpas.handbook.extra import reasons_of, where_of
from waterpas.handbook.files import read_strictly
from waterpas.web.scans.lists.errors import ListUnusable

SCHEMA = Path(__file__).parent / "list-v1.schema.json"


def read(path: Path, shape: str) -> Any:
    """What is in the file; `shape` is the part of the schema that it follows."""
    try:
        content = read_strictly(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        dutch, english = "het is niet te lezen als tekst (UTF-8)", "it cannot be read as text"
        raise ListUnusable(path=path, where="", dutch=dutch, english=english) from None
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from None
    fault = best_match(_validator(shape).iter_errors(content))
    if fault is not None:
        dutch, english = reasons_of(fault)
        raise ListUnusable(path=path, where=where_of(fault), dutch=dutch, english=english)
    return content


def _not_yaml(path: Path, error: yaml.YAMLError) -> ListUnusable:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    return ListUnusable(
        path=path,
        where=str(line),
        dutch="deze regel is geen geldige YAML, of een sleutel staat er twee keer",
        english="this line is not valid YAML, or a key stands there twice",
    )


@cache
def _validator(shape: str) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{shape}"})
