"""What must be known beside the figures on pay: codes here, sentences in `explain.methods.pay`."""

from collections.abc import Iterable, Iterator, Sequence

from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.paid.amounts import Amounts, numbers_of
from waterpas.measure.paid.asked import Asked
from waterpas.measure.paid.found import Cannot, Found
from waterpas.measure.paid.staff import known_only
from waterpas.measure.rounding import is_exact
from waterpas.results import Note
from waterpas.tallies.tally import UNKNOWN, Tally

EXAMPLES = 3


def notes_of(
    tally: Tally, asked: Asked, amounts: Amounts, found: Sequence[Found | Cannot]
) -> Iterator[Note]:
    """All notes on the whole, the most needed first."""
    yield from level_notes(asked.level)
    yield from _rough_notes(tally, asked)
    yield from _amount_notes(tally, asked, amounts)
    for column in asked.given:
        if numbers_of(tally.levels(column)) is not None:
            yield Note("as-number", {"column": column})
    yield from _not_asked(asked)
    yield from _of_groups([each for each in found if isinstance(each, Found)])
    for note in question_notes(tally, columns=(asked.across,)):
        # There is no outcome: more pay is better. And people earn, whatever one row is.
        if note.code not in {"effect-unsaid", "row-unsaid"}:
            yield note
    yield from (each for each in tally.notes if not _tells_that_it_counts(each, asked))


def _tells_that_it_counts(note: Note, asked: Asked) -> bool:
    """Whether it calls what is no amount a group: another note says that it is left out."""
    return note.code == "looks-missing" and note.fields.get("column") == asked.amount


def _rough_notes(tally: Tally, asked: Asked) -> Iterator[Note]:
    """What was done with counts that were rounded or hidden.

    Promotion and leaving are of everybody; pay only of whom all is known that is asked.
    """
    if is_exact(tally):
        return
    if tally.rounded_to:
        yield Note("rounded", {"to": tally.rounded_to})
    if any(cell.n.value is None for cell in tally.cells.values()):
        yield Note("hidden-in-source")
    if (asked.moved_up or asked.left) or not is_exact(known_only(tally, asked.known)):
        yield Note("rounded-absent")


def _amount_notes(tally: Tally, asked: Asked, amounts: Amounts) -> Iterator[Note]:
    """Amounts that count and may be none, and who is left out."""
    odd = amounts.counting_odd()
    left_out = {
        "amount-missing": amounts.missing,
        "amount-below-zero": amounts.negative,
        "amount-no-number": amounts.no_number,
    }
    for code, levels in (odd | left_out).items():
        if levels:
            yield _with_people(code, tally, asked.amount, levels)
    looks_wrong = (odd["amount-low"], odd["amount-high"], amounts.negative, amounts.no_number)
    if wrong := tuple(level for levels in looks_wrong for level in levels):
        # Apart, for what stands there may be about one person: that does not leave.
        yield Note("amount-example", {"column": asked.amount, "levels": wrong[:EXAMPLES]})
    for column in asked.known:
        if UNKNOWN in tally.levels(column):
            yield _with_people("column-missing", tally, column, [UNKNOWN])


def _with_people(code: str, tally: Tally, column: str, levels: Iterable[str]) -> Note:
    """With of how many people it is so; of counts that were rounded or hidden without."""
    place, wanted = tally.position(column), set(levels)
    cells = [cell for key, cell in tally.cells.items() if key[place] in wanted]
    if not all(cell.n.is_exact for cell in cells):
        return Note(f"{code}-some", {"column": column})
    people = sum((cell.n.value or 0) + cell.unknown for cell in cells)
    return Note(code, {"column": column, "people": people})


def _not_asked(asked: Asked) -> Iterator[Note]:
    if not asked.alike:
        yield Note("without-scale")
    if asked.moved_up is None:
        yield Note("without-moved-up")
    if asked.left is None:
        yield Note("without-left")


def _of_groups(found: Sequence[Found]) -> Iterator[Note]:
    if any(each.few_scales for each in found):
        yield Note("scales-few")
    if any(len(each.quantiles) < 5 for each in found):
        yield Note("range-few")
    if any(each.two is not None and each.three is None for each in found):
        yield Note("three-parts-not")
