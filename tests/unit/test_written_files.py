"""What is written: whole, with the usual permissions, and never over what it was made from."""

import json
import os
import stat
import threading
from functools import partial

import pytest

from tests.command import waterpas

TABLE = "g,x,n\nNL,100,2000\nTR,30,500\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture
def audit(capsys, monkeypatch, source):
    words = ("audit", source, "--outcome", "x", "--count", "n", "--across", "g", "--quiet")
    return partial(waterpas, capsys, monkeypatch, *words, "--reference", "NL")


@pytest.mark.parametrize("option", ["--output", "--record"])
def test_the_source_is_never_written_over(audit, source, option):
    outcome = audit(option, source)

    assert (outcome.code, outcome.out) == (2, "")
    assert "hetzelfde bestand" in outcome.err
    assert source.read_text() == TABLE


@pytest.mark.parametrize("option", ["--output", "--record"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_not_under_another_name_either(audit, source, option, link):
    other = source.with_name("ander.csv")
    link(source, other)

    assert audit(option, other).code == 2
    assert source.read_text() == TABLE


def test_output_and_record_are_two_files(audit, tmp_path):
    assert audit("--output", tmp_path / "a", "--record", tmp_path / "a").code == 2
    assert not (tmp_path / "a").exists()


def test_a_link_stays_a_link(audit, tmp_path):
    real, link = tmp_path / "echt.txt", tmp_path / "link.txt"
    real.write_text("oud")
    link.symlink_to(real)

    assert audit("--output", link).code == 0
    assert link.is_symlink()
    assert "NL" in real.read_text()


def test_a_pipe_stays_a_pipe(audit, tmp_path):
    pipe, read = tmp_path / "pijp", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    assert audit("--output", pipe, "--format", "json").code == 0
    reader.join(timeout=10)
    assert json.loads(read[0])["across"] == "g"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_new_file_has_the_usual_permissions(audit, tmp_path, umask):
    before = os.umask(umask)
    try:
        audit("--output", tmp_path / "uit.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "uit.txt").stat().st_mode) == 0o666 & ~umask


def test_a_file_that_was_there_keeps_its_permissions(audit, tmp_path):
    target = tmp_path / "uit.txt"
    target.write_text("oud")
    target.chmod(0o640)

    audit("--output", target)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_no_run_is_on_record_of_which_the_result_was_not_written(audit, tmp_path):
    record = tmp_path / "runs.jsonl"

    assert audit("--output", tmp_path / "no" / "uit.txt", "--record", record).code == 2
    assert not record.exists()


def test_a_record_that_cannot_be_is_refused_before_the_result_is_written(audit, tmp_path):
    output = tmp_path / "uit.txt"

    assert audit("--output", output, "--record", tmp_path / "no" / "runs.jsonl").code == 2
    assert not output.exists()


def test_a_reason_without_a_reference_is_refused(capsys, monkeypatch, source):
    words = ("audit", source, "--outcome", "x", "--count", "n", "--across", "g", "--quiet")

    outcome = waterpas(capsys, monkeypatch, *words, "--because", "de meeste mensen")

    assert outcome.code == 2
    assert "--reference" in outcome.err
