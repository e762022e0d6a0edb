"""The decision table out of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from waterpas.routebook.model import (
    Answers,
    Asked,
    Choice,
    Condition,
    Example,
    Letter,
    Listing,
    Part,
    Reason,
    Row,
    Source,
    Words,
)

DATA = files("waterpas.routebook") / "data"
ROWS = ("rows-today.yaml", "rows-letter.yaml", "rows-instead.yaml")
LETTERS = ("letters-cbs.yaml", "letters-others.yaml")
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that the files say."""

    questions: tuple[Asked, ...]
    lists: tuple[Listing, ...]
    examples: tuple[Example, ...]
    rows: tuple[Row, ...]
    letters: Mapping[str, Letter]
    why_title: Words
    why: tuple[Reason, ...]

    def asked(self, question: str) -> Asked:
        """One of the five questions."""
        return next(one for one in self.questions if one.id == question)

    def chosen(self, question: str, code: str) -> Choice:
        """One answer to a question."""
        return next(one for one in self.asked(question).choices if one.code == code)


@cache
def book() -> Book:
    """Give the whole table, as it stands in the package."""
    sources = {one["id"]: _source(one) for one in read("sources.yaml")["sources"]}
    asked, why = read("questions.yaml"), read("why.yaml")
    return Book(
        questions=tuple(_asked(one) for one in asked["questions"]),
        lists=tuple(
            Listing(one["code"], Words(**one["label"]), Words(**one["lead"]))
            for one in asked["lists"]
        ),
        examples=tuple(_example(one) for one in asked["examples"]),
        rows=tuple(_row(one, sources) for name in ROWS for one in read(name)["rows"]),
        letters={one["id"]: _letter(one) for name in LETTERS for one in read(name)["letters"]},
        why_title=Words(**why["title"]),
        why=tuple(
            Reason(Words(**one["title"]), Words(**one["text"]), _named(one, sources))
            for one in why["parts"]
        ),
    )


def read(name: str) -> Any:
    """Read one of our own files; a test has read it strictly before."""
    text = (DATA / name).read_text(encoding="utf-8")
    return yaml.safe_load(text)


def _source(raw: Raw) -> Source:
    return Source(raw["id"], Words(**raw["name"]), raw["checked"], raw.get("url", ""))


def _named(raw: Raw, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(sources[one] for one in raw["source"])


def _asked(raw: Raw) -> Asked:
    return Asked(
        id=raw["id"],
        label=Words(**raw["label"]),
        help=_maybe(raw, "help"),
        choices=tuple(
            Choice(one["code"], Words(**one["label"]), _maybe(one, "group"), one.get("layout", ""))
            for one in raw.get("choices", ())
        ),
    )


def _maybe(raw: Raw, name: str) -> Words | None:
    return Words(**raw[name]) if name in raw else None


def _example(raw: Raw) -> Example:
    said = raw["answers"]
    return Example(Words(**raw["label"]), Answers(**said | {"may": frozenset(said["may"])}))


def _row(raw: Raw, sources: Mapping[str, Source]) -> Row:
    return Row(
        id=raw["id"],
        list=raw["list"],
        when=_condition(raw["when"]),
        title=Words(**raw["title"]),
        text=Words(**raw["text"]),
        source=_named(raw, sources),
        why=_maybe(raw, "why"),
        then=_maybe(raw, "then"),
        letters=tuple(raw.get("letters", ())),
        methods=tuple(raw.get("methods", ())),
        methods_for={about: tuple(names) for about, names in raw.get("methods_for", {}).items()},
        has_layout=raw.get("layout", False),
        page=raw.get("page", ""),
        command=raw.get("command", ""),
        why_none=raw.get("why_none", False),
    )


def _condition(raw: Raw) -> Condition:
    people, may = raw.get("people", {}), raw.get("may", {})
    return Condition(
        **{name: frozenset(raw.get(name, ())) for name in ("about", "trait", "have")},
        at_least=people.get("from"),
        below=people.get("below"),
        is_unknown=people.get("unknown", False),
        has=may.get("has", ""),
        lacks=may.get("lacks", ""),
    )


def _letter(raw: Raw) -> Letter:
    return Letter(
        id=raw["id"],
        title=Words(**raw["title"]),
        to=Words(**raw["to"]),
        signed_by=Words(**raw["signed_by"]),
        before=_several(raw["before"]),
        asks=tuple(raw["asks"]),
        body=tuple(_part(one) for one in raw["body"]),
    )


def _part(raw: Raw) -> Part:
    return Part(
        text=_maybe(raw, "text"),
        items=_several(raw.get("list", ())),
        is_table=raw.get("table", False),
        is_steps=raw.get("steps", False),
    )


def _several(raw: Sequence[Raw]) -> tuple[Words, ...]:
    return tuple(Words(**one) for one in raw)
