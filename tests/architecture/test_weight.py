"""Each property reaches `make prove`, there with more examples."""

import pytest
from hypothesis import settings

from tests.weight import PROVE
from tools import ROOT, prove

PROPERTIES = """
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.weight import examples

def note(name):
    with Path(__file__).with_name(name).open("a") as file:
        file.write("x")

@given(st.floats())
def test_always(number):
    note("always")

@given(st.floats())
@examples(5)
def test_costly(number):
    note("costly")

class TestInside:
    @given(st.floats())
    def test_in_a_class(self, number):
        note("inside")

@pytest.mark.proof
def test_heavy():
    note("heavy")

def test_plain():
    note("plain")
"""


@pytest.fixture
def tried(pytester, monkeypatch):
    """How often each test of PROPERTIES ran, when the proofs are picked out."""

    def run(*, whole):
        monkeypatch.setenv("WATERPAS_PROVE", "1" if whole else "0")
        monkeypatch.setenv("PYTHONPATH", f"{ROOT}:{ROOT / 'src'}")
        pytester.makepyfile(test_it=PROPERTIES)
        pytester.makeini("[pytest]\nmarkers = \n  proof: heavy\n  property: hypothesis\n")
        words = ("-p", "tests.conftest", "-p", "no:django", "-p", "no:cacheprovider")
        pytester.runpytest_subprocess(*words, "-m", prove.PROOFS).assert_outcomes(
            passed=4, deselected=1
        )
        names = ("always", "costly", "inside", "heavy", "plain")
        files = {name: pytester.path / name for name in names}
        return {n: len(file.read_text()) for n, file in files.items() if file.exists()}

    return run


def test_the_proofs_hold_every_property_and_no_plain_test(tried):
    found = tried(whole=False)

    assert found == {"always": 100, "costly": 5, "inside": 100, "heavy": 1}
    assert tried(whole=False) == {name: 2 * times for name, times in found.items()}


def test_whole_is_five_times_as_many_or_ten_of_a_costly_one(tried):
    assert tried(whole=True) == {"always": 500, "costly": 50, "inside": 500, "heavy": 1}


def test_the_examples_are_the_same_in_each_run():
    assert settings.default.derandomize
    assert settings.default.max_examples == (1000 if PROVE else 100)


def test_no_property_sets_its_number_past_the_weight():
    """A number of its own would be as small under make prove as it is every day."""
    own = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if "settings(max_" + "examples" in path.read_text(encoding="utf-8")
    ]

    assert own == []
