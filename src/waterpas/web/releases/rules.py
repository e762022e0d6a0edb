"""When two tables say something together that each of them hides. No database, no Django."""

from collections.abc import Iterable, Mapping
from typing import Any


def shares_people(one: str, other: str) -> bool:
    """Whether two sets of marks have one in common."""
    return bool(set(one.split()) & set(other.split()))


def shares_columns(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether people were counted by the same column, in whatever case it is written."""
    return bool({name.casefold() for name in one} & {name.casefold() for name in other})


def hides_something(result: Mapping[str, Any]) -> bool:
    """Whether a released result hides a group."""
    return any(each.get("hidden") for each in result.values())


def is_same_table(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two released results show the same counts; for whom, and in what words, is free."""
    return _counts(one) == _counts(other)


def _counts(result: Mapping[str, Any]) -> list[Any]:
    """What is shown, out of any language: counts do not differ by language."""
    shown = (result.get("nl") or next(iter(result.values())))["result"]
    steps = [step["comparison"] for step in shown.get("steps", ())] or [shown]
    return [
        [step["outcome"], group["group"], group["n"]["value"], group["cases"]["value"]]
        for step in steps
        for group in step["groups"]
    ]
