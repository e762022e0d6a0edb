"""Reads a folder or archive of documents, and puts first what a human should scan first."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from waterpas.reading.document import Progress
from waterpas.reading.folders.found import Outcome, Refused, Seen
from waterpas.reading.folders.grounds import in_order
from waterpas.reading.folders.listing import Hidden, Job, listed
from waterpas.reading.folders.state import State, opened
from waterpas.reading.folders.workers import outcomes
from waterpas.texts import mark

READING = mark("Documenten lezen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in the list; `also` are the names of files that are the same to the letter."""

    seen: Seen
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The documents, what deserves a scan first in front; what was not read, and why.

    The order comes from grounds in words, compared one by one. There is no figure behind it, and
    a document at the end is no better for it. `hidden` are the names that were passed over.
    """

    documents: tuple[Document, ...]
    not_read: tuple[Refused, ...]
    hidden: tuple[str, ...]


def read_folder(
    *sources: Path, state: Path | None = None, processes: int = 2, progress: Progress | None = None
) -> Overview:
    """Read every document in folders and archives, and say which to scan first and why.

    Parameters
    ----------
    sources
        Folders, .zip archives and documents. Links are not followed.
    state
        A file that keeps what was read: only what is new or changed is read again, also after
        the work was stopped. It holds sentences of the documents.
    processes
        How many documents are read at the same time.
    progress
        Hears how many documents are done.

    Raises
    ------
    CallError
        When `state` is another kind of file, or in use. What is wrong with a document never
        raises: it stands in `not_read`.
    """
    found = list(listed(sources))
    jobs = [one for one in found if isinstance(one, Job)]
    told = _Told(progress, len(jobs))
    with opened(state) as kept:
        read = [*_as_before(jobs, kept), *(one for one in found if isinstance(one, Refused))]
        todo = _still_to_read(jobs, kept)
        told.more(len(jobs) - len(todo))
        with closing(outcomes(todo, processes=processes)) as reading:
            for job, outcome in reading:
                outcome = outcome or replace(kept.known[job.name], stamp=job.stamp)
                kept.add(outcome)
                read.append(outcome)
                told.more(1)
        kept.finish(one for one in read if one.sha256)
    return _overview(read, [one.name for one in found if isinstance(one, Hidden)])


class _Told:
    """Says how many documents are done."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0

    def more(self, documents: int) -> None:
        self.done += documents
        if self.progress:
            self.progress(READING, self.done, self.total)


def _as_before(jobs: Sequence[Job], kept: State) -> list[Outcome]:
    known = kept.known
    return [known[job.name] for job in jobs if _is_known(job, kept)]


def _is_known(job: Job, kept: State) -> bool:
    return job.name in kept.known and kept.known[job.name].stamp == job.stamp


def _still_to_read(jobs: Sequence[Job], kept: State) -> list[Job]:
    """What is new or has another stamp; of the latter, the fingerprint it had is known."""
    left = [job for job in jobs if not _is_known(job, kept)]
    return [
        replace(job, known=before.sha256 or None) if (before := kept.known.get(job.name)) else job
        for job in left
    ]


def _overview(read: Iterable[Outcome], hidden: Iterable[str]) -> Overview:
    names: dict[str, list[Seen]] = {}
    not_read = []
    for outcome in sorted(read, key=lambda outcome: outcome.name):
        if isinstance(outcome, Seen):
            names.setdefault(outcome.sha256, []).append(outcome)
        else:
            not_read.append(outcome)
    also = {same[0].name: tuple(one.name for one in same[1:]) for same in names.values()}
    documents = in_order(same[0] for same in names.values())
    return Overview(
        documents=tuple(Document(seen=seen, also=also[seen.name]) for seen in documents),
        not_read=tuple(not_read),
        hidden=tuple(hidden),
    )
