"""Refuse what is no tally or counts per official, in a sentence that says what to do instead."""

from collections.abc import Collection

from waterpas.codebooks.names import are_names
from waterpas.codebooks.who_decides import says_who_decides
from waterpas.errors import CallError
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import has_throwaway_keys
from waterpas.texts import mark


def check_tally(given: object, *, apart: Collection[str] = ()) -> None:
    """Raise CallError unless a tally was given that counts nothing per official.

    apart : the columns that may say who decides: the method forgets who it was.
    """
    if not isinstance(given, Tally):
        raise CallError(
            mark("Geef een telling, geen %(kind)s. Een telling maakt u met waterpas.tally(...)."),
            kind=type(given).__name__,
        )
    for column in given.by:
        if column not in apart:
            _refuse_persons(column, given)


def _refuse_persons(column: str, tally: Tally) -> None:
    levels = tally.levels(column)
    if has_throwaway_keys(tally, column=column) or says_who_decides(column, levels):
        raise CallError(
            mark(
                "In de kolom '%(column)s' staat wie beslist. Waterpas geeft nooit cijfers per "
                "beslisser. Kies een andere kolom. Hoeveel hangt af van wie beslist, ziet u met "
                "'deciders' (de vraag: Hangt het af van wie beslist?). Staat er geen persoon in de "
                "kolom, maar bijvoorbeeld een functie? Noem de kolom dan zo."
            ),
            column=column,
        )
    if are_names(levels):
        raise CallError(
            mark(
                "In de kolom '%(column)s' staan namen van mensen. Waterpas geeft nooit cijfers per "
                "persoon. Kies een andere kolom. Zijn het namen van wie beslist? Hoeveel daarvan "
                "afhangt, ziet u met 'deciders' (de vraag: Hangt het af van wie beslist?)."
            ),
            column=column,
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
