"""`waterpas read` of a folder that is stopped halfway loses nothing, and leaves nobody behind.

The real command with its processes, on documents that take a while.
"""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.reading_volume import make

RUN = "from waterpas.cli.main import run; run()"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("veel") / "map"
    make(folder, 160)
    return folder


def start(many, state, *words):
    command = [sys.executable, "-c", RUN, "read", str(many), "--state", str(state), *words]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def wait_for(state, documents):
    """Until so many documents are in the state: then the work is halfway."""
    for _ in range(1200):
        if state.exists() and len(state.read_bytes().splitlines()) > documents:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was read within a minute")


def test_after_kill_9_the_same_command_goes_on_and_gives_the_same(many, tmp_path):
    state = tmp_path / "staat"
    with start(many, state) as process:
        wait_for(state, 2)
        assert process.poll() is None, "done before it was killed: make more documents"
        process.kill()
        process.communicate(timeout=60)
    kept = state.read_bytes().splitlines()[1:3]
    nobody_is_left(process.pid)

    with start(many, state, "--format", "json") as again:
        out, err = again.communicate(timeout=300)
    with start(many, tmp_path / "nieuw", "--format", "json") as whole:
        expected, _ = whole.communicate(timeout=300)

    assert (again.returncode, err) == (0, b"")
    assert out == expected
    assert all(line in state.read_bytes() for line in kept)


def nobody_is_left(group):
    """The processes that read end by themselves when the one that started them is gone."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("a process was left behind")


def test_ctrl_c_says_that_what_was_read_is_kept(many, tmp_path):
    state = tmp_path / "staat"
    with start(many, state, "--output", str(tmp_path / "uit")) as process:
        wait_for(state, 2)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert err.decode().startswith("Gestopt. Wat al is gelezen, is bewaard")
    assert len(err.splitlines()) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["staat"]
    nobody_is_left(process.pid)
