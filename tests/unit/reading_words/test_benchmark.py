"""What `make bench` says and writes. The time itself is never tested: it depends on the machine."""

from collections import Counter

from benchmarks.__main__ import said
from benchmarks.hits import Compared
from benchmarks.page import page
from benchmarks.paired import Paired, paired
from benchmarks.policy_text import WORDS_PER_PAGE, Writer
from benchmarks.reading import Demand, Result


def result(*, theirs=4.0, differ=()):
    both = Paired([2.0, 2.0, 2.0], [theirs, theirs + 2, theirs + 4])
    names = {"whole": 1.0, "literals": 3.0, "regexes": 5.0, "cards": None}
    demands = tuple(Demand(name, least, both, 900, 2) for name, least in names.items())
    beside = Compared(same=12, cut=Counter({"klik-klak": 3}), differ=list(differ))
    return Result(demands, 1934, "3.8", beside, beside)


def test_the_ratio_is_how_many_times_as_fast_ours_is():
    assert result().demands[0].paired.ratios == [2.0, 3.0, 4.0]
    assert result(theirs=9.0).faults == []


def test_what_is_too_slow_is_a_fault_in_a_plain_sentence():
    assert result(theirs=1.0).faults == [
        "literals: 1.50 times as fast, and 3.0 is asked.",
        "regexes: 1.50 times as fast, and 5.0 is asked.",
    ]


def test_other_finds_are_a_fault_however_fast():
    assert result(theirs=9.0, differ=["klik: only we find it"]).faults == [
        "The finds differ from those of spaCy: klik: only we find it.",
        "The finds differ from those of re: klik: only we find it.",
    ]
    assert said(result(differ=["x"]))[-1].startswith("The finds differ")


def test_the_page_gives_demands_ratios_and_counted_differences():
    text = page(result())

    assert "| minstens 3,0 | 2,0 | 3,0 | 4,0 |" in text
    assert "vonden wij 3 keer" in text
    assert "*klik-klak*" in text


def test_each_does_the_same_work_in_turn():
    done = []
    both = paired(
        lambda work: done.append(f"A{work}"), lambda work: done.append(f"B{work}"), [1, 2]
    )

    assert done == ["A1", "B1", "A2", "B2"]
    assert len(both.ours) == len(both.theirs) == 2


def test_policy_text_is_the_same_for_the_same_seed_and_as_long_as_asked():
    documents = Writer(3).documents(12)
    words = sum(len(block.text.split()) for one in documents for block in one.blocks)

    assert documents == Writer(3).documents(12)
    assert documents != Writer(4).documents(12)
    assert 12 * WORDS_PER_PAGE <= words < 13 * WORDS_PER_PAGE
