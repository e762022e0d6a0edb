"""What was read before is not read again; whatever stopped the work, nothing is lost."""

import os

import pytest

from tests.unit.reading.folders import AREA, CHECKS, PLAIN, WORK, here, texts
from waterpas.errors import CallError
from waterpas.reading.folders import read_folder


@pytest.fixture
def folder(tmp_path):
    return texts(tmp_path / "map", a=CHECKS, b=WORK, c=PLAIN)


@pytest.fixture
def read_names(monkeypatch):
    """Which documents were read again, in the run before."""
    given: list[str] = []

    def noted(jobs, **how):
        jobs = list(jobs)
        given[:] = [job.name for job in jobs]
        return here(jobs, **how)

    monkeypatch.setattr("waterpas.reading.folders.overview.outcomes", noted)
    return given


def test_a_second_run_reads_nothing_and_gives_the_same(folder, tmp_path, read_names):
    first = read_folder(folder, state=tmp_path / "staat")
    again = read_folder(folder, state=tmp_path / "staat")

    assert read_names == []
    assert again == first


def test_only_what_changed_or_is_new_is_read_and_what_is_gone_is_gone(folder, tmp_path, read_names):
    read_folder(folder, state=tmp_path / "staat")
    texts(folder, b=AREA, d=CHECKS)
    (folder / "c.txt").unlink()
    again = read_folder(folder, state=tmp_path / "staat")

    assert read_names == ["map/b.txt", "map/d.txt"]
    assert again == read_folder(folder)
    assert "c.txt" not in (tmp_path / "staat").read_text()


def test_a_document_with_another_date_and_the_same_letters_keeps_its_outcome(folder, tmp_path):
    first = read_folder(folder, state=tmp_path / "staat")
    os.utime(folder / "a.txt", (1, 1))
    again = read_folder(folder, state=tmp_path / "staat")

    assert [d.seen.grounds for d in again.documents] == [d.seen.grounds for d in first.documents]


def test_what_could_not_be_opened_is_tried_again(folder, tmp_path, read_names):
    (folder / "leeg.txt").write_text("")
    read_folder(folder, state=tmp_path / "staat")
    lines = (tmp_path / "staat").read_text().splitlines()
    no_print = [line.replace('"sha256":"e3b0', '"sha256":"", "x":"') for line in lines]
    (tmp_path / "staat").write_text("\n".join(no_print) + "\n")
    read_folder(folder, state=tmp_path / "staat")

    assert read_names == ["map/leeg.txt"]


def test_a_line_that_was_cut_off_costs_one_document(folder, tmp_path, read_names):
    whole = read_folder(folder, state=tmp_path / "staat")
    text = (tmp_path / "staat").read_text()
    (tmp_path / "staat").write_text(text[:-40])
    again = read_folder(folder, state=tmp_path / "staat")

    assert len(read_names) == 1
    assert again == whole


def test_another_version_or_lexicon_reads_everything_again(folder, tmp_path, read_names):
    read_folder(folder, state=tmp_path / "staat")
    text = (tmp_path / "staat").read_text()
    (tmp_path / "staat").write_text(text.replace('"lexicon":"', '"lexicon":"x', 1))
    read_folder(folder, state=tmp_path / "staat")

    assert len(read_names) == 3


def test_another_kind_of_file_is_refused_and_left_as_it_was(folder, tmp_path):
    (tmp_path / "brief.txt").write_text("Beste raad,")
    with pytest.raises(CallError, match="geen bestand waarin 'waterpas read' bijhoudt"):
        read_folder(folder, state=tmp_path / "brief.txt")

    assert (tmp_path / "brief.txt").read_text() == "Beste raad,"


def test_two_runs_with_one_file_do_not_mix(folder, tmp_path):
    def second(*_):
        read_folder(folder, state=tmp_path / "staat")

    with pytest.raises(CallError, match="is in gebruik"):
        read_folder(folder, state=tmp_path / "staat", progress=second)


def test_it_is_for_its_owner_only_and_nothing_stays_beside_it(folder, tmp_path):
    read_folder(folder, state=tmp_path / "staat")

    assert (tmp_path / "staat").stat().st_mode & 0o077 == 0
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["map", "staat"]
