"""Reads many documents with a few processes. One that falls over takes one document with it."""

import multiprocessing
import signal
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from waterpas.reading import errors
from waterpas.reading.folders.found import Outcome, refused
from waterpas.reading.folders.listing import Job
from waterpas.reading.folders.one import look

LONGEST = 1_800.0  # seconds that one document may take
# A process that has grown past this makes way for a fresh one, so that memory stays bounded.
MOST_MEMORY = 170 << 20
# Each process starts afresh: a copy of this one could hold locks of its threads for ever.
START = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, the document it has in hand, and until when it may."""

    process: BaseProcess
    line: Connection
    job: Job | None = None
    until: float = 0.0


def outcomes(
    jobs: Iterable[Job], *, processes: int
) -> Generator[tuple[Job, Outcome | None], None, None]:
    """Read each document once, in no order. None: it is the same as before."""
    waiting = iter(jobs)
    workers: list[_Worker] = []
    try:
        while True:
            _hand_out(waiting, workers, processes)
            if not workers:
                return
            yield from _done(workers)
    finally:
        for worker in workers:
            _end(worker)


def _hand_out(waiting: Iterator[Job], workers: list[_Worker], processes: int) -> None:
    """Give each idle process a document; start a process only when there is one for it."""
    for at in range(processes):
        idle = [worker for worker in workers if worker.job is None]
        if len(workers) - len(idle) == processes:
            return
        job = next(waiting, None)
        if job is None:
            for worker in idle:
                _end(worker)
                workers.remove(worker)
            return
        worker = idle[0] if idle else _start(workers, at)
        worker.job, worker.until = job, time.monotonic() + LONGEST
        with suppress(OSError):  # it fell over while idle: it is found below, with this job
            worker.line.send(job)


def _start(workers: list[_Worker], at: int) -> _Worker:
    ours, theirs = START.Pipe()
    process = START.Process(target=_work, args=(theirs,), name=f"waterpas-{at}", daemon=True)
    # A Ctrl-C is for the process that started it. Blocked from the first moment on, it cannot
    # break off the start either.
    resource_tracker.ensure_running()  # the start does so, and would undo the next line
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()  # so that the line ends when the process does
    workers.append(_Worker(process, ours))
    return workers[-1]


def _done(workers: list[_Worker]) -> Iterator[tuple[Job, Outcome | None]]:
    """Wait until a document is done, or a process fell over or takes too long."""
    busy = [(worker, worker.job) for worker in workers if worker.job]
    left = min(worker.until for worker, _ in busy) - time.monotonic()
    ready = wait([worker.line for worker, _ in busy], timeout=max(0.0, left))
    for worker, job in busy:
        if worker.line not in ready and time.monotonic() < worker.until:
            continue
        worker.job = None
        try:
            if worker.line not in ready:
                raise TimeoutError
            outcome, stays = worker.line.recv()
        except (EOFError, OSError):
            outcome = refused(job.name, errors.stopped(job.name), stamp=job.stamp)
            stays = False
        if not stays:
            _end(worker)
            workers.remove(worker)
        yield job, outcome


def _end(worker: _Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _work(line: Connection) -> None:
    """What a process does: read what it is given, until nobody gives it anything."""
    with suppress(EOFError, OSError):
        while True:
            outcome = look(line.recv())
            line.send((outcome, _memory() < MOST_MEMORY))


def _memory() -> int:
    """The memory of this process in bytes; 0 where the system does not say."""
    try:
        resident = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(resident) * 4096
