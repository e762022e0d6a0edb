"""The answer about a process is about the step where the difference is shown best."""

import waterpas
from waterpas.explain.html import answer
from waterpas.explain.picture_rows import main_step

STEPS = ["gekomen", "uitgenodigd", "aangenomen"]


def process(*, invited: int, hired: int):
    rows = [
        {"groep": "A", "gekomen": 1000, "uitgenodigd": 500, "aangenomen": 100},
        {"groep": "B", "gekomen": 1000, "uitgenodigd": invited, "aangenomen": hired},
    ]
    counts = waterpas.tally(rows, by="groep", steps=STEPS)
    return waterpas.chain(counts, across="groep", reference="A")


def test_is_where_the_difference_arises_and_not_where_the_process_ends():
    assert main_step(process(invited=250, hired=50)).id == "uitgenodigd"


def test_is_a_later_step_when_the_difference_is_there():
    assert main_step(process(invited=500, hired=20)).id == "aangenomen"


def test_is_the_last_step_when_no_difference_is_shown():
    assert main_step(process(invited=498, hired=99)).id == "aangenomen"


def test_is_what_the_answer_in_words_is_about():
    assert "uitgenodigd" in answer(process(invited=250, hired=50))
