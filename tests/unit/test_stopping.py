"""Ctrl-C stops the work at any moment, also when a library swallows it; nothing is written."""

import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from waterpas.tallies.private import stoppable

RUN = "from waterpas.cli.main import run; run()"
ROWS = 2_300_000
MOMENTS = (0.3, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5)


def test_a_ctrl_c_that_was_swallowed_still_stops():
    def swallow():
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt), stoppable():
        swallow()


def test_one_that_became_another_error_stops_too():
    def load():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise ImportError("pandas") from error

    with pytest.raises(KeyboardInterrupt), stoppable():
        load()


def test_afterwards_ctrl_c_is_as_before():
    with stoppable():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with stoppable():
        pass  # an earlier Ctrl-C does not count here


def test_in_a_thread_it_changes_nothing():
    seen = []

    def work():
        with stoppable():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("groot") / "groot.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("g,uit,wie\n")
        for at in range(ROWS):
            file.write(f"{'NL' if at % 3 else 'TR'},{'ja' if at % 7 else 'nee'},p{at % 900_000}\n")
    assert path.stat().st_size > 30_000_000
    return path


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_at_any_moment_ends_in_failure_and_writes_nothing(large, tmp_path, moment):
    target = tmp_path / "uit.txt"
    words = ["audit", large, "--outcome", "uit", "--across", "g", "--reference", "NL"]
    words += ["--person", "wie", "--output", target]
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        time.sleep(moment)
        assert process.poll() is None, "done before it could be stopped: make the file larger"
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

    assert process.returncode != 0
    assert not target.exists()
