"""What does not stand in a text is a question too."""

import pytest

from tests.reading_texts import document
from waterpas.reading import cards


def absent(*texts):
    return {one.id for one in cards(document(*texts)).absent}


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ("no-owner", "De projectleider trekt dit."),
        ("no-money", "Er is 0,5 fte voor."),
        ("no-date", "Dit begint in januari."),
        ("no-evaluation", "Wij evalueren elk jaar."),
        ("no-effects-per-group", "Wij kijken wat dit doet per groep."),
        ("nobody-asked", "De klankbordgroep dacht mee."),
    ],
)
def test_one_word_takes_the_question_away(missing, text):
    assert missing in absent("Er komt een nieuw loket.")
    assert missing not in absent("Er komt een nieuw loket.", text)


def test_a_word_in_a_heading_counts_too():
    texts = document("Begroting", kind="heading"), document("Er komt een loket.")
    whole = texts[0].__class__(
        name="x",
        format="txt",
        sha256="",
        blocks=texts[0].blocks + texts[1].blocks,
        pages=None,
        notes=(),
    )

    assert "no-money" not in {one.id for one in cards(whole).absent}


def test_each_is_a_question_in_the_language_asked_for():
    reading = cards(document("Er komt een nieuw loket."), lang="en")

    assert all(one.question.endswith("?") and one.why.startswith("We ") for one in reading.absent)
