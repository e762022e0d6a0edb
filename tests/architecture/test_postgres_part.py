"""What runs on PostgreSQL: a fixed part in `make test`, everything in `make prove`."""

import re

import pytest

from tools import ROOT, prove, run_tests
from tools.postgres_part import DIFFERS, is_taken

TESTS = """
import pytest

@pytest.mark.parametrize("number", range(200))
def test_plain(number):
    pass
"""
ABOUT = "from django.db import IntegrityError\n"


@pytest.fixture
def ran(pytester, monkeypatch):
    """Which tests of a file ran, under the part or all of them."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def run(source, *words):
        pytester.makepyfile(test_it=source)
        words = (*words, "-v", "-p", "no:django", "-p", "no:cacheprovider")
        outcome = pytester.runpytest_subprocess(*words)
        return re.findall(r"(test_plain\S+) PASSED", outcome.stdout.str())

    return run


def test_a_fixed_tenth_runs_of_a_file_about_other_things(ran):
    some = ran(TESTS, *run_tests.PART)

    assert 10 <= len(some) <= 30
    assert ran(TESTS, *run_tests.PART) == some
    assert len(ran(TESTS)) == 200


def test_a_file_about_what_differs_between_databases_runs_whole(ran):
    assert len(ran(ABOUT + TESTS, *run_tests.PART)) == 200


def test_the_files_about_databases_are_known_by_what_they_say():
    found = {
        path.name
        for path in (ROOT / "tests/web").rglob("test_*.py")
        if DIFFERS.search(path.read_text(encoding="utf-8"))
    }

    assert {"test_two_at_once.py", "test_every_service.py", "test_access.py"} <= found
    assert {"test_items.py", "test_scan_services.py", "test_finding_services.py"} <= found
    assert len(found) < len(list((ROOT / "tests/web").rglob("test_*.py"))) / 2


def test_the_choice_does_not_hang_on_the_run():
    taken = [number for number in range(40) if is_taken(f"tests/web/test_it.py::test_{number}", "")]

    assert taken[:6] == [3, 4, 9, 11, 16, 24]


@pytest.mark.parametrize("whole", [True, False])
def test_prove_runs_all_of_the_platform_and_every_day_a_part(monkeypatch, whole):
    commands = []
    monkeypatch.setattr(run_tests, "programs", lambda: "somewhere")
    monkeypatch.setattr(run_tests, "on_postgres", lambda words: commands.append(words) or 0)

    assert prove.platform_on_postgres() if whole else run_tests.tests_on_postgres(whole=False) == 0
    [command] = commands
    assert ("tools.postgres_part" in command) is not whole
    assert command[-1] == "tests/web"


def test_prove_has_the_platform_on_postgresql_among_its_parts(monkeypatch):
    parts = {}
    monkeypatch.setattr(prove, "run_all", lambda given: parts.update(given) or [])

    assert prove.main() == 0
    assert parts["the platform on PostgreSQL"] is prove.platform_on_postgres
