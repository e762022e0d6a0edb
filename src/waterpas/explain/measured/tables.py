"""Every figure of a method in one table: what it is, about whom, its uncertainty, how many."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.methods import Method, method_of
from waterpas.explain.numbers import level_text, whole
from waterpas.explain.table import Table
from waterpas.explain.wording import capital
from waterpas.results import DECIDING_LEVEL, Figure, Measured
from waterpas.serialise.measured import n_of
from waterpas.texts import Language, mark, translate

WHO, WHAT, VALUE = mark("Over wie"), mark("Wat"), mark("Getal")
UNSURE, PEOPLE = mark("Onzekerheid"), mark("Aantal")
PEOPLE_IN_TENS = mark("Aantal (op tientallen)")
TENS = 10
TITLE = mark("Alle cijfers")
NO_FIGURES = mark("Er zijn geen cijfers om te laten zien. Daarom staat hier geen tabel.")
MAIN = mark("De belangrijkste cijfers")
PER_PERIOD = mark("De cijfers per periode")


def table(result: Measured, lang: Language) -> Table:
    """The table; a figure that may not be shown says so in its row."""
    return _table(result, lang, title=TITLE, shown=_in_table(result))


def in_two(result: Measured, lang: Language) -> tuple[Table, ...]:
    """The same as the figures that matter most, and the others; one table where all are in it.

    Without the figures of each period: see `per_period`.
    """
    method, shown = method_of(result.method), _in_table(result)
    every = [figure for figure in shown if not _of_one_period(figure, result)]
    first = [figure for figure in every if _matters(figure, method, result)]
    rest = [figure for figure in every if not _matters(figure, method, result)]
    if not first or not rest:
        title = TITLE if len(every) == len(shown) else MAIN
        return (_table(result, lang, title=title, shown=every),)
    return (
        _table(result, lang, title=MAIN, shown=first),
        _table(result, lang, title=method.others, shown=rest),
    )


def _matters(figure: Figure, method: Method, result: Measured) -> bool:
    """Whether a figure is among those of the first table."""
    told = not method.of_answers or any(figure.of == answer.of for answer in result.answers)
    return figure.name in method.matters and (told or not figure.of)


def per_period(result: Measured, lang: Language) -> Table:
    """The figures of each period: a row per period, under the group and what the figure is."""
    speaker, column = Speaker(result, lang), _periods(result)
    shown = [figure for figure in _in_table(result) if _of_one_period(figure, result)]
    made = _table(result, lang, title=PER_PERIOD, shown=shown)
    rows = []
    for figure, (_who, what, *numbers) in zip(shown, made.rows, strict=True):
        about = {name: level for name, level in figure.of.items() if name != column}
        head = f"{capital(speaker.about(about))}: {what}" if about else capital(what)
        rows.append((head, speaker.wording.level(column, figure.of[column]), *numbers))
    return replace(made, rows=tuple(rows))


def _periods(result: Measured) -> str:
    """The column with periods, of which each has figures of its own; empty: there is none."""
    return str(result.asked.get(method_of(result.method).periods, ""))


def _of_one_period(figure: Figure, result: Measured) -> bool:
    return _periods(result) in figure.of


def _in_table(result: Measured) -> list[Figure]:
    aside = method_of(result.method).aside
    return [f for f in result.figures if f.name not in aside and not is_left_out(f)]


def _table(result: Measured, lang: Language, *, title: str, shown: Sequence[Figure]) -> Table:
    speaker = Speaker(result, lang)
    heads = tuple(translate(head, lang) for head in (WHO, WHAT, VALUE))
    rows = tuple(tuple(_row(figure, speaker)) for figure in shown)
    people = PEOPLE_IN_TENS if _are_in_tens(shown) else PEOPLE
    made = (*heads, _unsure(result, lang), translate(people, lang))
    # Of a plan nobody was counted: it has no uncertainty, and is made of no people.
    used = [at < len(heads) or any(row[at] for row in rows) for at in range(len(made))]
    return Table(
        translate(title, lang),
        tuple(compress(made, used)),
        tuple(tuple(compress(row, used)) for row in rows),
        words=2,
    )


def _are_in_tens(shown: Sequence[Figure]) -> bool:
    """Whether of how many people each figure is, stands in tens: those do not add up."""
    counts = [people.n for figure in shown for people in figure.people]
    return bool(counts) and all(n.value and n.high - n.low == TENS for n in counts)


def _unsure(result: Measured, lang: Language) -> str:
    text = translate(UNSURE, lang)
    if result.level == DECIDING_LEVEL:
        return text
    return f"{text} ({level_text(result.level, lang)})"


def _row(figure: Figure, speaker: Speaker) -> Iterator[str]:
    yield capital(speaker.about(figure.of))
    yield speaker.called(figure)
    yield speaker.with_unit(figure)
    yield speaker.interval(figure)
    n = n_of(figure)
    yield "" if n is None else whole(n, speaker.lang)


def is_left_out(figure: Figure) -> bool:
    """Whether it stands in no table: one note says of all such figures that they are hidden."""
    return figure.suppressed is not None and figure.suppressed.reason == "small-part"


def beside_method(result: Measured, lang: Language) -> list[str]:
    """The figures for who computes: they stand with the method note."""
    speaker = Speaker(result, lang)
    return [
        _line(figure, speaker)
        for figure in result.figures
        if figure.name in speaker.method.aside and figure.value is not None
    ]


def _line(figure: Figure, speaker: Speaker) -> str:
    """'herkomst buiten Europa, E-value: 1,50 (1,20 tot 1,90)'."""
    what = speaker.called(figure)
    between = speaker.interval(figure)
    value = f"{speaker.with_unit(figure)} ({between})" if between else speaker.with_unit(figure)
    return f"{speaker.about(figure.of)}, {what}: {value}" if figure.of else f"{what}: {value}"
