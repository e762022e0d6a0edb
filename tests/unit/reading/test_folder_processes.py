"""The processes that read a folder: one that falls over takes one document with it."""

from tests.unit.reading.folders import AREA, CHECKS, WORK, here, texts
from waterpas.reading.folders import read_folder, workers
from waterpas.reading.folders.listing import Job, listed
from waterpas.reading.folders.one import look


def test_processes_find_the_same_as_one_after_the_other(tmp_path, monkeypatch):
    folder = texts(tmp_path / "map", a=CHECKS, b=WORK, c=AREA)
    together = read_folder(folder)
    monkeypatch.setattr("waterpas.reading.folders.overview.outcomes", here)

    assert together == read_folder(folder)


def test_a_document_that_fells_its_process_is_listed_and_the_others_are_read(tmp_path, monkeypatch):
    """A process that dies takes one document with it; here each document has its own."""
    jobs = [
        Job(name="b", path=str(texts(tmp_path / "map", b=WORK) / "b.txt"), member=None, stamp="1"),
        Job(name="a", path="/proc/self/mem", member=None, stamp="1"),
    ]
    found = dict(_felled(jobs, monkeypatch))

    assert found["a"].why().startswith("Het lezen van a is afgebroken")
    assert found["b"].name == "b"


def _felled(jobs, monkeypatch):
    start = workers._start

    def started(running, at):
        worker = start(running, at)
        if len(running) == 2:
            worker.process.kill()
        return worker

    monkeypatch.setattr(workers, "_start", started)
    for job, outcome in workers.outcomes(jobs, processes=2):
        yield job.name, outcome


def test_a_document_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "LONGEST", 0.0)
    job = Job(name="a", path=str(texts(tmp_path / "m", a=WORK) / "a.txt"), member=None, stamp="1")

    ((_, outcome),) = workers.outcomes([job], processes=1)
    assert "is afgebroken" in outcome.why()


def test_a_process_that_has_grown_makes_way_for_another(tmp_path, monkeypatch):
    folder = texts(tmp_path / "map", a=CHECKS, b=WORK, c=AREA)
    started = []
    start = workers._start
    monkeypatch.setattr(
        workers, "_start", lambda running, at: started.append(at) or start(running, at)
    )
    monkeypatch.setattr(workers, "_work", _always_full)
    jobs = [one for one in listed([folder]) if isinstance(one, Job)]

    assert len(list(workers.outcomes(jobs, processes=1))) == 3
    assert len(started) == 3


def _always_full(line):
    job = line.recv()
    line.send((look(job), False))
