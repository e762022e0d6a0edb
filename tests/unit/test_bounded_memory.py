"""A large file is counted in bounded memory: its rows are not kept."""

import subprocess
import sys

import pytest

from tests.weight import PROVE

# The peak of this program alone: `ru_maxrss` would begin at the size of the one that started it.
PEAK = """
def peak_of_this():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
"""
MEASURE = """
import sys
from pathlib import Path
from waterpas.tallies.build import tally

found = tally(Path(sys.argv[1]), by=["herkomst", "wijk"], outcome="uitkomst", amount="bedrag")
peak = peak_of_this()
print(found.sources[0].rows, found.total.cases.value, peak)
"""
# A reader that keeps the rows; it stops when it has shown that it breaks the bound.
KEEP = """
import csv, sys

peak, kept = 0, []
with open(sys.argv[1], newline="") as file:
    for row in csv.reader(file, delimiter=";"):
        kept.append(row)
        if len(kept) % 10_000 == 0:
            peak = peak_of_this()
            if peak > int(sys.argv[2]):
                break
print(len(kept), 0, peak)
"""
MOST = 1_500_000 if PROVE else 700_000  # kilobytes
BLOCK = 10_000  # rows


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A file of 2 GB under make prove, of 200 MB in the ordinary run; and its blocks of rows."""
    size = (2_000 if PROVE else 200) * 1_000_000
    path = tmp_path_factory.mktemp("groot") / "groot.csv"
    row = "{};buiten Europa;wijk {};{};1234,{:02};" + "x" * 60 + "\n"
    block = "".join(
        row.format(place, place % 40, "ja" if place % 4 else "nee", place % 100)
        for place in range(BLOCK)
    ).encode()
    blocks = size // len(block) + 1
    with path.open("wb") as file:
        file.write(b"id;herkomst;wijk;uitkomst;bedrag;tekst\n")
        for _ in range(blocks):
            file.write(block)
    yield path, blocks
    path.unlink()


@pytest.mark.proof
def test_a_large_csv_is_counted_in_bounded_memory(large, tmp_path):
    path, blocks = large
    rows, cases, peak = measured(MEASURE, path, folder=tmp_path)
    assert (rows, cases) == (blocks * BLOCK, blocks * 7_500)
    assert peak < MOST


@pytest.mark.proof
def test_a_reader_that_keeps_the_rows_of_that_file_breaks_the_bound(large, tmp_path):
    """The planted fault for the proof above."""
    assert measured(KEEP, large[0], folder=tmp_path)[2] > MOST


def measured(code, path, *, folder):
    """Run Python code on a file: rows, cases, and the most memory it used, in kilobytes."""
    script = folder / "measure.py"
    script.write_text(PEAK + code, encoding="utf-8")
    command = [sys.executable, str(script), str(path), str(MOST)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(map(int, run.stdout.split()))
