"""The gate itself: under CI an unlisted skip makes the run red, and only then."""

import pytest

from tools.skip_gate import allowed_skips, is_allowed

SKIPS = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="no engine here")
def test_skips():
    pass
"""
EXPECTED_TO_FAIL = """
import pytest

@pytest.mark.xfail(reason="not yet")
def test_fails():
    assert False
"""
SKIPPED_WHOLE = """
import pytest

pytest.skip("no engine here", allow_module_level=True)
"""
WORKERS = pytest.mark.parametrize("workers", [[], ["-n", "1"]], ids=["alone", "xdist"])


@pytest.fixture
def run(pytester, monkeypatch):
    def in_project(source, *, listed="", ci="1", workers=()):
        monkeypatch.setenv("CI", ci)
        pytester.makepyfile(**{"tests/test_it": source})
        pytester.path.joinpath("tests/may_skip.txt").write_text(listed)
        return pytester.runpytest("-p", "tools.skip_gate", "-p", "no:django", *workers)

    return in_project


@WORKERS
@pytest.mark.parametrize("source", [SKIPS, EXPECTED_TO_FAIL, SKIPPED_WHOLE])
def test_refuses_what_is_not_listed_and_names_it(run, source, workers):
    result = run(source, workers=workers)

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*skipped, but not listed*", "tests/test_it.py*(*)"])


@WORKERS
def test_passes_what_is_listed(run, workers):
    result = run(SKIPS, listed="tests/test_it.py::test_skips | no engine", workers=workers)

    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(passed=1, skipped=1)


def test_lets_everything_be_skipped_outside_ci(run):
    assert run(SKIPS, ci="").ret == pytest.ExitCode.OK


def test_an_entry_covers_its_file_folder_or_parameters_and_nothing_that_looks_like_it():
    allowed = {"tests/a.py::test_b": "x", "tests/folder": "y"}

    assert is_allowed("tests/a.py::test_b[1]", allowed)
    assert is_allowed("tests/folder/c.py::test_d", allowed)
    assert not is_allowed("tests/a.py::test_bc", allowed)
    assert not is_allowed("tests/folders.py::test_d", allowed)


def test_an_entry_without_a_reason_is_refused():
    with pytest.raises(ValueError, match="give the reason"):
        allowed_skips("# what may be skipped\ntests/a.py::test_b\n")
