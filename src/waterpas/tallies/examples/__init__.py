"""Real counts that come with the package, so that Waterpas can be tried without own data."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from waterpas.errors import InputError
from waterpas.results import Count, Note
from waterpas.tallies.build import tally
from waterpas.tallies.layouts.check import parse_yaml
from waterpas.tallies.layouts.layout import read_question, read_steps
from waterpas.tallies.places import listed
from waterpas.tallies.rounding import half_of
from waterpas.tallies.tally import Cell, Tally
from waterpas.texts import mark

HERE = Path(__file__).parent


def names() -> tuple[str, ...]:
    """The names of the examples."""
    return tuple(sorted(path.stem for path in HERE.glob("*.csv")))


@cache
def load(name: str) -> Tally:
    """One example as a tally, with its question, steps, rounding and source.

    Parameters
    ----------
    name : str
        ``"duo-2014"`` or ``"duo-2019"``: the checks by DUO of the grant for students living away
        from home, in counts that Statistics Netherlands published.
    """
    if name not in names():
        raise InputError(
            mark("Het voorbeeld '%(name)s' is er niet. Wel: %(names)s."),
            name=name,
            names=listed(names()),
        )
    about = parse_yaml((HERE / f"{name}.yaml").read_bytes(), name=f"{name}.yaml")
    question = read_question(about)
    counted = tally(
        HERE / f"{name}.csv",
        by=about["column"],
        steps=_columns(about),
        rounded_to=about["rounded_to"],
        question=question,
    )
    return replace(
        counted,
        cells={key: _widened(cell, about) for key, cell in counted.cells.items()},
        steps=read_steps(about),
        notes=(Note("published", dict(about["source"])), *counted.notes),
    )


def _columns(about: Mapping[str, Any]) -> list[str]:
    column = {step["id"]: step["column"] for step in about["steps"]}
    return [
        f"{step['column']}:{column[step['of']]}" if "of" in step else step["column"]
        for step in about["steps"]
    ]


def _widened(cell: Cell, about: Mapping[str, Any]) -> Cell:
    """The same cell; a sum of rounded counts can be further off than one of them."""
    steps = tuple(
        _sum(count, parts=step.get("sum_of", 1), rounded_to=about["rounded_to"])
        for count, step in zip(cell.steps, about["steps"], strict=True)
    )
    return replace(cell, n=steps[0], steps=steps)


def _sum(count: Count, *, parts: int, rounded_to: int) -> Count:
    value, loose = count.value or 0, parts * half_of(rounded_to)
    return Count(value, max(0, value - loose), value + loose)
