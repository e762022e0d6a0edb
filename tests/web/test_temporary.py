"""Temporary files live in the data folder, and only as long as the process that made them."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from waterpas.tallies.private import engine, private_folder
from waterpas.web.config import temporary

# Takes a folder, says which, and waits until its input ends or it is killed.
HOLDER = """
import sys
from pathlib import Path
from waterpas.web.config import temporary
folder = temporary.use(Path(sys.argv[1]))
(folder / "rows.csv").write_text("row")
print(folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path):
    """A process with a folder of its own: the process, and the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process, Path(process.stdout.readline().strip())
    process.kill()
    process.communicate()


@pytest.fixture
def used(tmp_path, monkeypatch):
    """This process uses a folder of its own, as a worker does; afterwards no longer."""
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    monkeypatch.setenv("TMPDIR", os.environ.get("TMPDIR", "/tmp"))
    yield temporary.use(tmp_path)
    temporary.give_back(tmp_path)


def test_the_library_works_in_it_and_so_does_its_engine(used):
    with private_folder() as folder, engine(folder) as connection:
        spill = connection.sql("SELECT current_setting('temp_directory')").fetchone()[0]

        assert folder.parent == used
        assert Path(spill).is_relative_to(used)


def test_only_its_owner_can_enter_it(used, tmp_path):
    for folder in (used, tmp_path / "tmp"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed(tmp_path):
    (tmp_path / "tmp").mkdir(mode=0o755)
    temporary.private_folder(tmp_path / "tmp")

    assert stat.S_IMODE((tmp_path / "tmp").stat().st_mode) == 0o700


def test_what_somebody_is_using_stays(held, tmp_path):
    temporary.empty(tmp_path)

    assert (held[1] / "rows.csv").exists()


def test_what_a_killed_process_left_is_removed(held, tmp_path):
    process, folder = held
    process.kill()
    process.wait()
    (tmp_path / "tmp/loose").write_text("row")
    temporary.empty(tmp_path)

    assert list((tmp_path / "tmp").iterdir()) == []
    assert folder.parent == tmp_path / "tmp"


def test_of_one_process_only(held, tmp_path):
    process, folder = held
    process.kill()
    process.wait()
    temporary.empty(tmp_path, of=process.pid + 1)
    assert folder.exists()

    temporary.empty(tmp_path, of=process.pid)
    assert not folder.exists()


def test_a_link_is_removed_and_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    temporary.private_folder(tmp_path / "tmp")
    (tmp_path / "tmp/link").symlink_to(outside)
    temporary.empty(tmp_path)

    assert (outside / "kept").exists()
    assert not (tmp_path / "tmp/link").is_symlink()
