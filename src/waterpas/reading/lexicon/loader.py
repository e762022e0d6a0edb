"""From the data files to typed patterns."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.model import Lexicon, Missing, Needles, Pattern, Unless, Words

FOLDER = files("waterpas.reading.lexicon")
THEMES = (
    "checks.yaml",
    "selection.yaml",
    "groups.yaml",
    "area.yaml",
    "latitude.yaml",
    "responsibility.yaml",
    "customs.yaml",
    "conditions.yaml",
    "work.yaml",
    "presence.yaml",
    "presence-steps.yaml",
)
SETS = (
    "sets.yaml",
    "sets-people.yaml",
    "sets-checks.yaml",
    "sets-judging.yaml",
    "sets-refusing.yaml",
    "sets-conditions.yaml",
    "sets-changing.yaml",
)
MISSING, MEASURED = "missing.yaml", "measured.yaml"
GROUPS = ("together", "near", "nearby")
NEEDLES = ("words", "lemmas", "starts", "ends")

NAMES = "names"
SHORTEST = 5

Raw = Mapping[str, Any]


@cache
def load() -> Lexicon:
    """Give the whole lexicon, in the order of the files."""
    return Lexicon(
        patterns=tuple(_patterns()),
        sets={
            name: _needles(raw) if name == NAMES else _with_endings(_needles(raw))
            for file in SETS
            for name, raw in read(file)["sets"].items()
        },
        missing=tuple(_missing(raw) for raw in read(MISSING)["missing"]),
    )


@cache
def read(name: str) -> Any:
    """Read one data file; a test checks all of them against the schema."""
    text = (FOLDER / "data" / name).read_text(encoding="utf-8")
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # absent where PyYAML has no libyaml
    return yaml.load(text, Loader=fast)  # noqa: S506 - a safe loader, either one


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the data files."""
    import json

    path = FOLDER / "schema" / "lexicon-v1.schema.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _patterns() -> Iterator[Pattern]:
    for name in THEMES:
        raw = read(name)
        for pattern in raw["patterns"]:
            yield _pattern(pattern, theme=raw["theme"])


def _pattern(raw: Raw, *, theme: str) -> Pattern:
    return Pattern(
        id=raw["id"],
        theme=theme,
        kind=raw["kind"],
        criteria=tuple(raw["criteria"]),
        false_alarm=raw["false_alarm"],
        needles=_with_endings(_needles(raw)),
        question=Words(**raw["question"]),
        why=Words(**raw["why"]),
        innocent=Words(**raw["innocent"]),
        named=Words(**raw["named"]) if "named" in raw else None,
        of=tuple(raw.get("of", ())),
        common=tuple(raw.get("common", ())),
        regex=raw.get("regex"),
        **{key: tuple(tuple(each) for each in raw.get(key, ())) for key in GROUPS},
        unless=Unless(**{key: tuple(value) for key, value in raw.get("unless", {}).items()}),
        ban_counts=raw.get("ban_counts", False),
        criticism_counts=raw.get("criticism_counts", False),
        quiet=raw.get("quiet", False) or raw["id"] in read(MEASURED)["quiet"],
    )


def _needles(raw: Raw) -> Needles:
    return Needles(**{key: tuple(raw.get(key, ())) for key in NEEDLES})


def _with_endings(needles: Needles) -> Needles:
    """Add the plurals of lemmas: simplemma does not know those of most compounds."""
    known = dict.fromkeys(needles.lemmas)
    for lemma in needles.lemmas:
        if len(lemma) >= SHORTEST:
            known |= dict.fromkeys(endings(lemma))
    return replace(needles, lemmas=tuple(known))


def _missing(raw: Raw) -> Missing:
    return Missing(
        id=raw["id"],
        criteria=tuple(raw["criteria"]),
        sets=tuple(raw["sets"]),
        question=Words(**raw["question"]),
        why=Words(**raw["why"]),
        regex=raw.get("regex"),
        when=tuple(raw.get("when", ())),
    )
