"""Read YAML, strictly: a key that stands twice would silently lose the first."""

from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

FOLDER = files("waterpas.handbook")
# The order in which people read the items.
ITEM_FILES = (
    "foundation.yaml",
    "patterns.yaml",
    "steps.yaml",
    "points-steps-1-3.yaml",
    "points-step-4.yaml",
    "points-step-5.yaml",
    "processes-step-6.yaml",
    "research-step-7.yaml",
    "criteria-do-1-6.yaml",
    "criteria-do-7-12.yaml",
    "criteria-do-not.yaml",
    "accountability-step-8.yaml",
    "training-step-9.yaml",
    "monitoring-step-10.yaml",
    "additions.yaml",
    "changes.yaml",
)


class StrictLoader(yaml.SafeLoader):
    """Safe YAML that refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Build one mapping, or raise where a key comes back."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for position, key in enumerate(keys):
            if key in keys[:position]:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key!r} x 2", node.value[position][0].start_mark
                )
        return super().construct_mapping(node, deep=deep)


def read_strictly(text: str) -> Any:
    """Read YAML of others."""
    return yaml.load(text, Loader=StrictLoader)  # noqa: S506  (a SafeLoader)


@cache
def read_data(name: str) -> Any:
    """Read one of our own files; a test has read it strictly before."""
    text = data_file(name).read_text(encoding="utf-8")
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # absent where PyYAML has no libyaml
    return yaml.load(text, Loader=fast)  # noqa: S506  (a SafeLoader)


def data_file(name: str) -> Traversable:
    """Give the path of one of our own data files."""
    return FOLDER / "data" / name


def read_schema(name: str) -> dict[str, Any]:
    """Read one of our JSON Schemas."""
    import json

    schema: dict[str, Any] = json.loads((FOLDER / "schema" / name).read_text(encoding="utf-8"))
    return schema
