"""Refuse what is no tally, in a sentence that says what to give instead."""

from waterpas.errors import CallError
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


def check_tally(given: object) -> None:
    """Raise CallError unless a tally was given."""
    if not isinstance(given, Tally):
        raise CallError(
            mark("Geef een telling, geen %(kind)s. Een telling maakt u met waterpas.tally(...)."),
            kind=type(given).__name__,
        )


def check_outcome(tally: Tally) -> None:
    """Raise CallError unless the tally has a yes/no outcome."""
    if tally.outcome is None:
        raise CallError(
            mark(
                "Deze telling heeft geen uitkomst (ja of nee). Maak de telling opnieuw en noem de "
                "kolom met de uitkomst."
            )
        )
