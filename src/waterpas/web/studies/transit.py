"""A file on its way from one page to the next: in memory, for an hour, and kept nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from waterpas.errors import InputError
from waterpas.texts import mark
from waterpas.web.studies.carried import Carried, in_memory


@dataclass(frozen=True, slots=True)
class Ticket:
    """What brings a file back on the next page."""

    token: str


_WAITING: dict[str, Carried] = {}


def put(name: str, content: bytes) -> Ticket:
    """Hand in a file."""
    ticket = Ticket(token_urlsafe(24))
    _WAITING[ticket.token] = Carried(Path(name).name, content)
    return ticket


def take(token: str) -> Carried:
    """The file of a ticket; InputError when it is gone."""
    if token not in _WAITING:
        raise InputError(mark("Het bestand is onderweg kwijtgeraakt. Kies het opnieuw."))
    return _WAITING[token]


def drop(token: str) -> None:
    """Forget a file."""
    _WAITING.pop(token, None)


@contextmanager
def open_path(carried: Carried) -> Iterator[Path]:
    """The file under a path that the readers of the library can open, in memory only."""
    with in_memory(carried) as path:
        yield path
