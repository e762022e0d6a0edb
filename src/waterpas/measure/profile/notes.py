"""What the reader of a risk profile's result must know: codes; `explain` has the sentences."""

from collections.abc import Iterator, Sequence

from waterpas.codebooks.profile_variables import profile_variables
from waterpas.measure.notes import level_notes, question_notes
from waterpas.measure.profile.asked import Asked
from waterpas.results import Figure, Note, Reference
from waterpas.tallies.tally import Tally

UNSAID = ("not-why", "not-allowed", "rates-clash", "found-is-not-done", "profile-only")


def profile_notes(
    tally: Tally, asked: Asked, figures: Sequence[Figure], *, family: int
) -> Iterator[Note]:
    """Notes on the whole result, the most needed first."""
    names = {figure.name for figure in figures}
    yield from level_notes(asked.level)
    yield from question_notes(tally, columns=(asked.across,))
    yield from reference_notes(asked.reference)
    for variable in asked.variables:
        yield from _register_notes(variable)
    if asked.found:
        yield Note("infra-marginal")
    if names & {"missed", "finds-here"}:
        yield Note("sample" if asked.random else "whole")
    if asked.points:
        yield Note("as-many-chosen")
    if family > 1:
        yield Note("family", {"count": family})
    if tally.rounded_to:
        yield Note("rounded", {"to": tally.rounded_to})
    if any(cell.n.value is None for cell in tally.cells.values()):
        yield Note("profile-hidden-counts")
    yield from tally.notes


def reference_notes(reference: Reference) -> Iterator[Note]:
    """Whom the error rates are compared with, and why them."""
    if reference.chosen == "largest":
        yield Note("reference-largest", {"level": reference.level})
    elif reference.reason:
        yield Note("reference-reason", {"reason": reference.reason})
    else:
        yield Note("reference-no-reason")


def _register_notes(variable: str) -> Iterator[Note]:
    """What the register says of a variable that looks like one of its items."""
    item = profile_variables().find(variable)
    if item is None:
        yield Note("variable-not-in-register", {"variable": variable})
        return
    fields = {"variable": variable, "source": profile_variables().sources[item.source]["short"]}
    if item.usable:
        yield Note("variable-usable", fields)
    for reason in item.reasons:
        yield Note(f"variable-{reason}", fields)
