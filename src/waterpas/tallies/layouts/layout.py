"""The layout as values, read from YAML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from waterpas.errors import InputError
from waterpas.results import Note, Question
from waterpas.tallies.layouts.check import LineOf, check_layout, line_finder, parse_yaml
from waterpas.tallies.places import nearest
from waterpas.tallies.steps import check_steps
from waterpas.tallies.tally import Step
from waterpas.texts import Language, mark

HERE = Path(__file__).parent
LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """A column of the table: its header, and the level it holds."""

    header: str
    level: str


@dataclass(frozen=True, slots=True)
class Cross:
    """Rows that count the people of `step` who are not in `outside`."""

    step: str
    outside: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stratum:
    """A level of a second column, and the rows of each step within it."""

    level: str
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the counts of a table stand. See docs/methoden/indeling.md.

    title : what the table is about, per language; rows : per step the labels of its rows, which
    are summed; hidden : texts that mean that a count is hidden, and what it is below.
    """

    id: str
    title: Mapping[str, str]
    sheet: str | None
    header_row: int
    label_column: str
    column: str
    groups: tuple[GroupColumn, ...]
    steps: tuple[Step, ...]
    rows: Mapping[str, tuple[str, ...]]
    crosses: tuple[Cross, ...]
    strata_column: str | None
    strata: tuple[Stratum, ...]
    rounded_to: int | None
    hidden: Mapping[str, int]
    question: Question
    source: Mapping[str, str]

    @property
    def published(self) -> Note:
        """Who published the counts, when, and under which licence."""
        return Note("published", dict(self.source))

    def called(self, lang: Language) -> str:
        """What people call it: its title, or its id when it has none."""
        return self.title.get(lang, self.id)


def shipped() -> tuple[str, ...]:
    """The names of the layouts that come with Waterpas."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml")))


def load_layout(layout: "str | Path | Mapping[str, object] | Layout") -> Layout:
    """Read a layout: a name that ships with Waterpas, a YAML file, a mapping, or a Layout.

    Raises
    ------
    InputError
        If the file is not there, or fields are missing or wrong; the sentence names them all, each
        with its place and its line in the file.
    """
    if isinstance(layout, Layout):
        return layout
    if isinstance(layout, Mapping):
        return layout_of(layout, name=str(layout.get("id", "layout")))
    return _shipped(str(layout)) if str(layout) in shipped() else _read(_find(layout))


@cache
def _shipped(name: str) -> Layout:
    return _read(HERE / f"{name}.yaml")


def _read(path: Path) -> Layout:
    text = path.read_bytes()
    data = parse_yaml(text, name=path.name)
    return layout_of(data, name=path.name, line_of=line_finder(text))


def _find(name: str | Path) -> Path:
    path = Path(name)
    if path.suffix.lower() not in {".yaml", ".yml"} or not path.is_file():
        raise InputError(
            mark(
                "De indeling '%(layout)s' is er niet. Geef een YAML-bestand, of een van: "
                "%(shipped)s."
            ),
            layout=path.name,
            shipped=nearest(path.name, shipped()),
        )
    if path.stat().st_size > LARGEST:
        raise InputError(
            mark("De indeling %(layout)s is te groot om een indeling te zijn."), layout=path.name
        )
    return path


def layout_of(data: Mapping[str, Any], *, name: str, line_of: LineOf | None = None) -> Layout:
    """A layout out of checked data."""
    check_layout(data, name=name, line_of=line_of)
    strata = data.get("strata", {})
    question = read_question(data)
    return Layout(
        id=data["id"],
        title=data.get("title", {}),
        sheet=data.get("sheet"),
        header_row=data["header_row"],
        label_column=data["label_column"],
        column=data["column"],
        groups=tuple(GroupColumn(each["header"], each["level"]) for each in data["groups"]),
        steps=read_steps(data),
        rows={each["id"]: tuple(each["rows"]) for each in data["steps"]},
        crosses=tuple(
            Cross(each["step"], each["outside"], tuple(each["rows"]))
            for each in data.get("crosses", ())
        ),
        strata_column=strata.get("column"),
        strata=tuple(_stratum(each) for each in strata.get("levels", ())),
        rounded_to=data.get("rounded_to"),
        hidden={str(text).casefold(): below for text, below in data.get("hidden", {}).items()},
        question=question,
        source=data["source"],
    )


def _stratum(data: Mapping[str, Any]) -> Stratum:
    return Stratum(data["level"], {step: tuple(rows) for step, rows in data["steps"].items()})


def read_steps(data: Mapping[str, Any]) -> tuple[Step, ...]:
    """The steps that a layout (or the sheet beside an example) describes."""
    return check_steps([_step(each) for each in data["steps"]])


def _step(data: Mapping[str, Any]) -> Step:
    return Step(
        id=data["id"],
        label=data["label"],
        of=data.get("of"),
        hit_rate=data.get("hit_rate", False),
        question=_own_question(data),
    )


def _own_question(data: Mapping[str, Any]) -> Question | None:
    """What a step says of itself; the rest is in the question of the whole."""
    if "did" not in data and "effect" not in data:
        return None
    return Question(did=_did(data.get("did", {})), effect=data.get("effect"))


def read_question(data: Mapping[str, Any]) -> Question:
    """The question that a layout (or the sheet beside an example) describes."""
    question = data.get("question", {})
    return Question(
        organisation=question.get("organisation", {}),
        unit=question.get("unit", {}),
        did=_did(question.get("did", {})),
        row=question.get("row"),
        effect=question.get("effect"),
        full_count=question.get("full_count"),
        once=question.get("once"),
        labels=_labels(data),
    )


def _did(data: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, str]]:
    return {lang: (parts[0], parts[1]) for lang, parts in data.items()}


def _labels(data: Mapping[str, Any]) -> dict[str, dict[str, Mapping[str, str]]]:
    """Names of columns (under the empty level) and of levels."""
    named = [(data, data["groups"])]
    if "strata" in data:
        named.append((data["strata"], data["strata"]["levels"]))
    labels = {}
    for part, levels in named:
        labels[part["column"]] = {each["level"]: each["label"] for each in levels}
        if "column_label" in part:
            labels[part["column"]][""] = part["column_label"]
    return labels
