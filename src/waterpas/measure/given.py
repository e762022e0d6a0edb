"""Refuse what is no tally or counts per official, in a sentence that says what to do instead."""

from collections.abc import Collection, Iterator

from waterpas.codebooks.names import are_names
from waterpas.codebooks.who_decides import says_who_decides
from waterpas.errors import CallError, Named
from waterpas.tallies.other_values import CODE as OTHER_VALUES
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import has_throwaway_keys
from waterpas.texts import mark

# Only who types commands reads of one.
COMMAND = Named(python="", option=" (waterpas deciders)")


def check_tally(given: object, *, apart: Collection[str] = ()) -> None:
    """Raise CallError unless a tally was given that counts nothing per official.

    No column and no outcome may say who decides, or hold names of people.

    apart : the columns that may say who decides: the method forgets who it was.
    """
    if not isinstance(given, Tally):
        raise CallError(
            mark("Geef een telling, geen %(kind)s. Een telling maakt u met waterpas.tally(...)."),
            kind=type(given).__name__,
        )
    for column in given.by:
        if column not in apart:
            keys = has_throwaway_keys(given, column=column)
            _refuse_persons(column, given.levels(column), keys=keys)
    for column, values in _outcomes(given):
        _refuse_persons(column, values)


def is_about_persons(column: str, levels: Collection[str]) -> bool:
    """Whether a column says who decides, or holds names of people: no figure is about one."""
    return says_who_decides(column, levels) or are_names(levels)


def _outcomes(tally: Tally) -> Iterator[tuple[str, list[str]]]:
    """The column of the outcome with its values, in every way that 'COL=VALUE' can be read."""
    written = tally.outcome or ""
    notes = [n.fields for n in tally.notes if n.code == OTHER_VALUES]
    others = [n["values"] for n in notes if n.get("outcome") == written]
    more = [str(v) for values in others if isinstance(values, tuple) for v in values]
    for at, letter in enumerate(written):
        if letter == "=":
            yield written[:at], [written[at + 1 :].strip(), *more]


def _refuse_persons(column: str, levels: Collection[str], *, keys: bool = False) -> None:
    if keys or says_who_decides(column, levels):
        raise CallError(
            mark(
                "In de kolom '%(column)s' staat wie beslist. Waterpas geeft nooit cijfers per "
                "beslisser. Kies een andere kolom. Hoeveel hangt af van wie beslist, ziet u met "
                "de vraag 'Hangt het af van wie beslist?'%(command)s. Staat er geen persoon in de "
                "kolom, maar bijvoorbeeld een functie? Noem de kolom dan zo."
            ),
            column=column,
            command=COMMAND,
        )
    if are_names(levels):
        raise CallError(
            mark(
                "In de kolom '%(column)s' staan namen van mensen. Waterpas geeft nooit cijfers per "
                "persoon. Kies een andere kolom. Zijn het namen van wie beslist? Hoeveel daarvan "
                "afhangt, ziet u met de vraag 'Hangt het af van wie beslist?'%(command)s."
            ),
            column=column,
            command=COMMAND,
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
