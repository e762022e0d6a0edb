"""From a table to a tally, and from a tally to a figure that may be shown."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

from waterpas.disclosure import Released, release
from waterpas.errors import CallError, WaterpasError
from waterpas.explain.methods import method_of
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Question, Reference, ReferenceKind, Result
from waterpas.tallies.build import tally
from waterpas.tallies.files import TEXT, WORKBOOKS
from waterpas.tallies.layouts import Layout, load_layout, shipped
from waterpas.tallies.layouts.grid import read_grid
from waterpas.tallies.tally import Step, Tally
from waterpas.texts import Language, mark
from waterpas.web.studies.roundings import with_doubt
from waterpas.web.studies.rules import (
    AUDIT,
    LARGEST_GROUP,
    NOBODY,
    Choice,
    Counted,
    Design,
    said_of_organisation,
)

MINIMUM = 10
LARGEST_TEXT = 2_000_000
PEOPLE, CASES = "mensen", "met de uitkomst"
BECAUSE_LARGEST: Mapping[Language, str] = {
    "nl": "het is de grootste groep. Het is geen norm.",
    "en": "it is the largest group. It is not a standard to live up to.",
}
KINDS: Mapping[str, ReferenceKind] = {
    "level": "level",
    "everybody": "everybody",
    "everybody-else": "everybody-else",
    NOBODY: "everybody",
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """In what words a step is said: its name, and what the organisation did."""

    label: str
    did_before: str = ""
    did_after: str = ""

    def of(self, step: Step) -> Step:
        """The step, said in these words."""
        did = (self.did_before, self.did_after)
        question = Question(did={"nl": did, "en": did}) if self.did_before else None
        return replace(step, label=_both(self.label), question=question)


def question_of(design: Design) -> Question:
    """What the design says, in the words that a result needs."""
    did = (design.did_before, design.did_after)
    return Question(
        organisation=said_of_organisation(design.organisation),
        unit=_both(design.unit),
        did={"nl": did, "en": did} if design.did_before else {},
        row=design.row,  # type: ignore[arg-type] # one of the choices of the form
        effect=design.effect,  # type: ignore[arg-type] # the same
        full_count=design.full_count,
        once=design.once,
    )


def _both(text: str) -> dict[str, str]:
    return {"nl": text, "en": text} if text else {}


def count_rows(path: Path, design: Design, counted: Counted, choice: Choice) -> Tally:
    """Count the rows of a file, by exactly the columns that are asked for."""
    return prepared(counted_as_is(path, design, counted, choice), choice)


def counted_as_is(path: Path, design: Design, counted: Counted, choice: Choice) -> Tally:
    """The same, before it is made ready to be kept: another file has to be joined to it."""
    found = tally(
        path,
        by=_columns(choice),
        outcome=counted.outcome,
        count=counted.count,
        person=counted.person,
        rounded_to=counted.rounded_to,
        totals=counted.totals,
        numbers=_numbers(choice),
        sheet=counted.sheet,
        question=question_of(design),
    )
    return with_doubt(found) if counted.count and not counted.rounded_to else found


def _columns(choice: Choice) -> tuple[str, ...]:
    """The columns that are counted by: the groups, where there are any, and what is asked."""
    return tuple(each for each in (choice.across, *choice.by) if each)


def _numbers(choice: Choice) -> tuple[str, ...]:
    """The columns that were chosen as amounts or days."""
    if choice.kind == AUDIT:
        return ()
    asks = [ask.name for ask in method_of(choice.kind).asks if ask.kind == "amounts"]
    return tuple(str(choice.settings[name]) for name in asks if name in choice.settings)


def prepared(counts: Tally, choice: Choice) -> Tally:
    """The counts without what the method may never keep."""
    if choice.kind == AUDIT:
        return counts
    return method_of(choice.kind).prepare(counts, choice.settings)


def nameless(choice: Choice) -> Choice:
    """The choice as it may be kept: no column in it is called after somebody."""
    if choice.kind == AUDIT:
        return choice
    method = method_of(choice.kind)
    settings = method.nameless(choice.settings)
    if settings == choice.settings:
        return choice
    by = tuple(each for each in method.columns(settings) if each != choice.across)
    return replace(choice, settings=settings, by=by)


def count_with_layout(
    path: Path, design: Design, layout: str | Mapping[str, object] | Layout
) -> Tally:
    """Read the counts that a layout points at. What the layout says of itself goes first."""
    found = load_layout(layout)
    said = {
        field.name: value
        for field in fields(Question)
        if field.name != "labels"
        and (value := getattr(found.question, field.name)) is not None
        and value != {}
    }
    question = replace(question_of(design), **said)
    return tally(path, by=(), layout=found, question=question)


def count_typed(
    column: str,
    rows: Sequence[tuple[str, int, int]],
    design: Design,
    *,
    totals: str | None = None,
    called: str = "",
) -> Tally:
    """Counts that somebody typed in: per group how many people, and how many with the outcome.

    `called`: the name of that outcome.
    """
    if column.casefold() in {PEOPLE, CASES}:
        raise CallError(mark("Geef de groepen een andere naam dan '%(column)s'."), column=column)
    table = [{column: group, PEOPLE: n, CASES: cases} for group, n, cases in rows]
    made = tally(
        table,
        by=column,
        outcome=CASES,
        count=PEOPLE,
        totals=totals,
        question=replace(question_of(design), called=_both(called)),
    )
    text = json.dumps(table, ensure_ascii=False, sort_keys=True)
    return _from(made, name="aantallen, ingetypt", text=text)


def count_list(
    rows: Sequence[Mapping[str, str | int]],
    design: Design,
    choice: Choice,
    *,
    name: str,
    text: str,
    outcome: str | None = None,
    count: str | None = None,
    steps: Mapping[str, StepWords] | None = None,
) -> Tally:
    """Count rows that are at hand; `text` is the file `name` they stand in. With `steps`: a chain,
    and in what words each step is said."""
    said = steps or {}
    made = tally(
        list(rows),
        by=_columns(choice),
        outcome=outcome,
        count=count,
        steps=list(said),
        question=question_of(design),
    )
    worded = tuple(said[step.id].of(step) for step in made.steps)
    return _from(prepared(replace(made, steps=worded), choice), name=name, text=text)


def _from(counts: Tally, *, name: str, text: str) -> Tally:
    source = replace(counts.sources[0], name=name, sha256=sha256(text.encode()).hexdigest())
    return replace(counts, sources=(source,))


def fitting_layouts(path: Path) -> list[str]:
    """The layouts that ship with Waterpas and fit this file: its sheet and all its headers."""
    suffix = path.suffix.lower()
    is_small_text = suffix in TEXT and path.stat().st_size <= LARGEST_TEXT
    if suffix not in WORKBOOKS and not is_small_text:
        return []
    return [name for name in shipped() if _fits(path, load_layout(name))]


def _fits(path: Path, layout: Layout) -> bool:
    try:
        read_grid(path.absolute(), layout, None)
    except WaterpasError:
        return False
    return True


def largest_group(counts: Tally, across: str) -> str:
    """The group with the most people."""
    place = counts.position(across)
    people: dict[str, int] = {}
    for key, cell in counts.cells.items():
        people[key[place]] = people.get(key[place], 0) + cell.n.high
    return max(people, key=lambda level: people[level])


def settled(counts: Tally, choice: Choice, lang: Language = "nl") -> Choice:
    """The choice with its reference named: 'the largest' becomes that group, with the reason."""
    if choice.reference_kind != LARGEST_GROUP:
        return choice
    return replace(
        choice,
        reference_kind="level",
        reference=largest_group(counts, choice.across),
        because=choice.because or BECAUSE_LARGEST[lang],
    )


def in_english(because: str) -> str:
    """The reason in English, where it is ours and not what somebody wrote; else empty."""
    return BECAUSE_LARGEST["en"] if because == BECAUSE_LARGEST["nl"] else ""


def measured(counts: Tally, choice: Choice, *, because: str | None = None) -> Released:
    """The result, as readers inside the municipality may see it. Nothing else leaves here."""
    return release(_result(counts, choice, because), audience="internal", minimum=MINIMUM)


def family_of(counts: Tally, choice: Choice) -> int:
    """How many comparisons the choice makes at once."""
    return _result(counts, choice, None).family


def _result(counts: Tally, choice: Choice, because: str | None) -> Result:
    reference = Reference(
        kind=KINDS[choice.reference_kind],
        level=choice.reference or None,
        reason=because or choice.because or None,
    )
    _refuse_unknown_reference(counts, choice)
    if choice.kind != AUDIT:
        return method_of(choice.kind).measure(
            counts,
            across=choice.across,
            reference=reference,
            level=choice.level,
            **choice.settings,
        )
    if counts.steps:
        return chain(counts, across=choice.across, reference=reference, level=choice.level)
    return compare_groups(
        counts, across=choice.across, by=choice.by, reference=reference, level=choice.level
    )


def _refuse_unknown_reference(counts: Tally, choice: Choice) -> None:
    if choice.reference_kind != "level":
        return
    levels = counts.levels(choice.across)
    if choice.reference not in levels:
        raise CallError(
            mark(
                "De referentiegroep '%(level)s' komt niet voor in kolom '%(column)s'. "
                "Wel: %(levels)s. Kies een van deze."
            ),
            level=choice.reference,
            column=choice.across,
            levels=", ".join(levels[:12]),
        )
