"""What has to be kept in order around the server: temporary files, uploads, tallies, the example.

Each method is called at one moment in the life of the server; server.py says which.
"""

import time
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, connections
from django.utils import timezone

from waterpas.web.config import neighbour, temporary
from waterpas.web.people.selectors import organisation
from waterpas.web.studies import transit
from waterpas.web.studies.services import destroy_due_tallies

A_MINUTE, AN_HOUR = 60, 3600


class Caretaker:
    """Keeps order around one server, in its first process and in its workers."""

    def __init__(self, data: Path, *, port: int, beside: bool) -> None:
        self.data = data
        self.swept = self.destroyed = time.monotonic()
        wanted = beside and may_be_beside()
        self.neighbour = neighbour.Neighbour(data, near=port + 1) if wanted else None
        if self.neighbour:
            self._tell()

    def worker_starts(self) -> None:
        temporary.use(self.data)

    def worker_is_gone(self, pid: int) -> None:
        temporary.empty(self.data, of=pid)

    def answered(self, method: str) -> None:
        """In a worker, after an answer: somebody may have asked for the example."""
        if self.neighbour and method == "POST":
            self._tell()

    def looks_around(self) -> None:
        """In the first process, about once a second."""
        if neighbour.is_orphan():
            raise StopIteration  # gunicorn's own word for: stop gently
        now = time.monotonic()
        if self.neighbour:
            self.neighbour.look(now)
        if now - self.swept > A_MINUTE:
            self.swept = now
            transit.sweep(timezone.now())
        if now - self.destroyed > AN_HOUR:
            self.destroyed = now
            destroy_due()

    def stops(self) -> None:
        if self.neighbour:
            self.neighbour.stop()
        temporary.give_back(self.data)

    def _tell(self) -> None:
        municipality = organisation()
        neighbour.tell(self.data, wanted=bool(municipality and municipality.example_beside))
        close_old_connections()


def destroy_due() -> None:
    """Destroy the tallies whose day has come; each worker has a connection of its own."""
    destroy_due_tallies(timezone.now())
    connections.close_all()


def may_be_beside() -> bool:
    """Not behind https: there the administrator says where the example is, or there is none."""
    return not (settings.EXAMPLE or settings.EXAMPLE_URL or settings.HTTPS)
