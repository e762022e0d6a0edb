"""What runs on PostgreSQL: a fixed part in `make test`, all that uses it in `make prove`."""

import re

import pytest

from tools import ROOT, prove, run_tests
from tools.postgres_part import DIFFERS, is_in_the_part

TESTS = """
import pytest

@pytest.fixture
def db():
    pass

@pytest.fixture
def somebody(db):
    pass

@pytest.mark.django_db
@pytest.mark.parametrize("number", range(200))
def test_marked(number):
    pass

def test_fixture(somebody):
    pass

def test_without():
    pass
"""
ABOUT = "from django.db import IntegrityError\n"


@pytest.fixture
def ran(pytester, monkeypatch):
    """Which tests of a file run on PostgreSQL."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeini("[pytest]\nmarkers = \n  django_db: uses the database\n")
    plain = ("-p", "tools.postgres_part", "-v", "-p", "no:django", "-p", "no:cacheprovider")

    def run(source, *words):
        pytester.makepyfile(test_it=source)
        said = pytester.runpytest_subprocess(*plain, *words).stdout.str()
        return re.findall(r"(test_it\S+) PASSED", said)

    return run


def test_a_fixed_tenth_runs_of_a_file_about_other_things(ran):
    some = ran(TESTS)

    assert 10 <= len(some) <= 30
    assert ran(TESTS) == some


@pytest.mark.parametrize(("source", "words"), [(ABOUT + TESTS, ()), (TESTS, ("--whole",))])
def test_all_that_uses_the_database_runs_of_a_file_about_databases_and_when_it_is_whole(
    ran, source, words
):
    found = ran(source, *words)

    assert len(found) == 201
    assert "test_it.py::test_fixture" in found
    assert "test_it.py::test_without" not in found


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
    taken = [
        number for number in range(40) if is_in_the_part(f"tests/web/test_it.py::test_{number}", "")
    ]

    assert taken[:6] == [3, 4, 9, 11, 16, 24]


@pytest.mark.parametrize("whole", [True, False])
def test_prove_runs_all_of_the_platform_and_every_day_a_part(monkeypatch, whole):
    commands = []
    monkeypatch.setattr(run_tests, "programs", lambda: "somewhere")
    monkeypatch.setattr(run_tests, "on_postgres", lambda words: commands.append(words) or 0)

    assert prove.platform_on_postgres() if whole else run_tests.tests_on_postgres(whole=False) == 0
    [command] = commands
    assert ("--whole" in command) is whole
    assert command[-1] == "tests/web"


def test_prove_has_the_platform_on_postgresql_among_its_parts(monkeypatch):
    parts = {}
    monkeypatch.setattr(prove, "run_all", lambda given: parts.update(given) or [])

    assert prove.main() == 0
    assert parts["the platform on PostgreSQL"] is prove.platform_on_postgres
