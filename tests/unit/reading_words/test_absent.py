"""What does not stand in a text is a question too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading_texts import document
from waterpas.reading import cards, read


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
        ("no-owner", "De wethouder is verantwoordelijk."),
        ("no-owner", "Hiervoor is het college verantwoordelijk; het is eindverantwoordelijk."),
        ("no-owner", "Verantwoordelijk voor de regel is de afdeling Werk."),
        ("no-money", "Hiervoor is € 20.000 beschikbaar."),
        ("no-money", "Hiervoor is €20.000 beschikbaar."),
        ("no-date", "Wij bekijken deze regel in 2028 opnieuw."),
        ("no-date", "De regel geldt tot en met 31-12-2027."),
        ("no-evaluation", "Wij bekijken deze regel in 2028 opnieuw."),
        ("no-evaluation", "In 2028 bezien wij het beleid opnieuw."),
        ("no-evaluation", "De gemeente meet elk jaar hoe lang mensen wachten."),
        ("no-effects-per-group", "De gemeente meet of vrouwen vaker worden afgewezen."),
        (
            "no-effects-per-group",
            "Wij onderzoeken of inwoners met een kleine beurs langer wachten.",
        ),
        ("nobody-asked", "Inwoners met bijstand lazen mee."),
        ("nobody-asked", "Er was een panel van inwoners."),
        ("nobody-asked", "Het inwonerspanel komt bijeen."),
        ("nobody-asked", "Huurders denken mee."),
    ],
)
def test_one_word_takes_the_question_away(missing, text):
    assert missing in absent("Er komt een nieuw loket.")
    assert missing not in absent("Er komt een nieuw loket.", text)


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ("no-owner", "Inwoners zijn zelf verantwoordelijk."),
        ("no-money", "Het teken € staat op de kaart."),
        ("no-date", "Dit is de Nota 2024."),
        ("no-evaluation", "Wij beoordelen de aanvraag opnieuw."),
        ("no-effects-per-group", "Wij onderzoeken of de bus vaker kan rijden."),
        ("nobody-asked", "Op het dak ligt een zonnepaneel."),
    ],
)
def test_what_only_resembles_it_leaves_the_question(missing, text):
    assert missing in absent(text)


@given(names=st.lists(st.sampled_from(["Turkse", "moslims", "Roma", "joodse"]), max_size=4))
@pytest.mark.parametrize(
    "text",
    [
        "Hiervoor is € 20.000 beschikbaar.",
        "Wij bekijken deze regel in 2028 opnieuw.",
        "De wethouder is verantwoordelijk.",
        "Huurders lazen mee.",
    ],
)
def test_a_name_anywhere_never_changes_what_is_found(text, names):
    words = text.split()
    for at, name in enumerate(names, 1):
        words.insert(at, name)

    assert absent(" ".join(words)) - {"no-group-named"} == absent(text) - {"no-group-named"}


def test_of_a_text_that_is_not_dutch_nothing_is_said_to_be_absent():
    english = read("The municipality decides what is needed for the people of this city. " * 9)
    reading = cards(english)

    assert (reading.absent, reading.readability) == ((), None)
    assert cards(read("De gemeente bepaalt wat er nodig is voor de mensen. " * 9)).absent


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
