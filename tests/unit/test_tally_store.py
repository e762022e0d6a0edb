"""A tally as JSON and Parquet, and back: nothing lost, nothing half-written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weight import examples
from waterpas.errors import InputError
from waterpas.results import Count, LeftOut, Note, Question, Source
from waterpas.tallies.moments import Moments, Repeats
from waterpas.tallies.rounding import hidden, rounded
from waterpas.tallies.tally import Cell, Step, Tally

FLOATS = st.floats(allow_nan=False, allow_infinity=False)
NUMBERS = st.integers(0, 10**12)
COUNTS = st.one_of(
    NUMBERS.map(Count.exact),
    NUMBERS.map(lambda number: rounded(number, to=10)),
    st.just(hidden()),
)
TEXTS = st.text(max_size=12)
CELLS = st.builds(
    Cell,
    n=COUNTS,
    cases=st.none() | COUNTS,
    unknown=NUMBERS,
    amount=st.none() | st.builds(Moments, NUMBERS, FLOATS, FLOATS),
    steps=st.tuples(COUNTS, COUNTS),
    repeats=st.none() | st.builds(Repeats, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
)
LABEL = {"nl": "één", "en": "one"}
QUESTION = Question(
    organisation=LABEL,
    did={"nl": ("koos", "uit 'hier'")},
    row="person",
    effect="harm",
    once=False,
    labels={"groep": {"": LABEL, "NL": LABEL}},
)
TALLIES = st.builds(
    Tally,
    by=st.just(("groep", "Groep")),
    cells=st.dictionaries(st.tuples(TEXTS, TEXTS), CELLS, min_size=1, max_size=4),
    sources=st.just((Source("a'b.csv", None, 9, 7, (LeftOut("amount-missing", 2),)),)),
    outcome=st.none() | TEXTS,
    amount=st.none() | TEXTS,
    origin=FLOATS,
    steps=st.just((Step("een", LABEL), Step("twee", LABEL, "een", False, True, QUESTION))),
    rounded_to=st.none() | st.just(10),
    question=st.just(QUESTION),
    notes=st.just((Note("hidden-counts", {"rows": 3}), Note("x", {"levels": ("a", "b")}))),
)


@given(TALLIES)
@examples(60)
def test_json_gives_the_same_tally_back(tally):
    assert Tally.from_json(tally.to_json()) == tally


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("telling")


@given(tally=TALLIES)
@examples(15)
def test_parquet_gives_the_same_tally_back(folder, tally):
    tally.to_parquet(folder / "it's a *.parquet")
    assert Tally.from_parquet(folder / "it's a *.parquet") == tally
    assert [path.name for path in folder.iterdir()] == ["it's a *.parquet"]


SMALL = Tally(by=("a",), cells={("x",): Cell(n=Count.exact(1))}, sources=())


def test_parquet_can_be_read_by_others(tmp_path):
    import polars

    SMALL.to_parquet(str(tmp_path / "t.parquet"))
    frame = polars.read_parquet(tmp_path / "t.parquet")
    assert frame.select("by_1_a", "n_value", "n_low", "n_high").rows() == [("x", 1, 1, 1)]


def test_json_names_its_format_and_version():
    data = json.loads(SMALL.to_json())
    assert (data["format"], data["version"]) == ("waterpas-tally", 1)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "waterpas-tally", "version": 1}', "null", '{"version": 2}']
)
def test_json_of_something_else_is_refused(text):
    with pytest.raises(InputError, match="geen telling die Waterpas heeft geschreven"):
        Tally.from_json(text)


def test_a_parquet_file_of_something_else_is_refused(tmp_path):
    import polars

    polars.DataFrame({"a": [1]}).write_parquet(tmp_path / "t.parquet")
    with pytest.raises(InputError, match="geen telling"):
        Tally.from_parquet(tmp_path / "t.parquet")
    (tmp_path / "t.parquet").write_bytes(b"PAR1 kapot")
    with pytest.raises(InputError, match="geen telling"):
        Tally.from_parquet(tmp_path / "t.parquet")


def test_a_parquet_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path, monkeypatch):
    def broken(self, target):
        raise OSError("vol")

    (tmp_path / "t.parquet").write_bytes(b"oud")
    monkeypatch.setattr("pathlib.Path.replace", broken)
    with pytest.raises(OSError, match="vol"):
        SMALL.to_parquet(tmp_path / "t.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["t.parquet"]
    assert (tmp_path / "t.parquet").read_bytes() == b"oud"


@pytest.mark.parametrize(
    ("count", "to", "low", "high"),
    [
        (50, 10, 45, 55),
        (0, 10, 0, 5),
        (3, 10, 0, 8),
        (20, 5, 18, 22),
        (7, 1, 7, 7),
        (7, None, 7, 7),
    ],
)
def test_a_rounded_count_lies_between_two_counts(count, to, low, high):
    assert rounded(count, to=to) == Count(count, low, high)


def test_every_true_count_lies_within_its_rounded_one():
    for true in range(200):
        for to in (3, 5, 10, 100):
            down, up = true // to * to, -(-true // to) * to
            nearest = min(true - down, up - true)
            for published in {down, up}:
                count = rounded(published, to=to)
                # Of a true count in the middle the source may take either side.
                assert (count.low <= true <= count.high) == (abs(published - true) == nearest)


def test_a_hidden_count_lies_below_ten():
    assert hidden() == Count(None, 0, 9)
    assert hidden(below=5) == Count(None, 0, 4)
