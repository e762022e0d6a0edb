"""When two tables say something together that each of them hides. No database, no Django."""

from collections.abc import Iterable, Mapping, Sequence
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
    if "figures" in shown:
        return _shown_figures(shown)
    steps = [step["comparison"] for step in shown.get("steps", ())] or [shown]
    return [
        [step["outcome"], group["group"], group["n"]["value"], group["cases"]["value"]]
        for step in steps
        for group in step["groups"]
    ]


def _shown_figures(shown: Mapping[str, Any]) -> list[Any]:
    """All that the figures of a method show, and what was asked: another question beside it, about
    the same people, tells as much as other counts."""
    reference = shown["reference"] or {}
    figures = [
        [each["name"], each["of"], each["value"], each["interval"], each["people"]]
        for each in shown["figures"]
    ]
    asked = [shown["method"], shown["outcome"], shown["across"], shown["asked"], shown["level"]]
    return [*asked, reference.get("kind"), reference.get("level"), figures]


def comparison_of_figures(shown: Mapping[str, Any]) -> dict[str, Any]:
    """The counts that the figures of a method show, in the form of a comparison of groups.

    Per group (of whatever columns) the people its figures are about; a group whose figures are all
    hidden has none.
    """
    groups: dict[tuple[tuple[str, str], ...], dict[str, Any]] = {}
    for figure in shown["figures"]:
        about = tuple(figure["of"].items())
        if about and (figure["people"] or about not in groups):
            n, cases = _people(figure["people"])
            groups[about] = {"group": figure["of"], "n": {"value": n}, "cases": {"value": cases}}
    columns = list(dict.fromkeys(column for about in groups for column, _level in about))
    return {
        "outcome": shown["outcome"],
        "across": columns[0] if columns else shown["across"],
        "by": columns[1:],
        "groups": list(groups.values()),
    }


def _people(people: Sequence[Mapping[str, Any]]) -> tuple[int | None, int | None]:
    if not people:
        return None, None
    cases = people[0]["cases"]
    return people[0]["n"]["value"], cases["value"] if cases else None
