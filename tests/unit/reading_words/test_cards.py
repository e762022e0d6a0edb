"""One question for one passage, with its place; what is quoted or forbidden stands apart."""

import dataclasses

import pytest

from tests.reading_texts import document
from waterpas.reading import Block, Document, cards


def asked(text, **kwargs):
    return [card.pattern for card in cards(document(text), **kwargs).asked]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("We selecteren dossiers met een risicoprofiel.", "risk-profile"),
        ("De consulent beslist naar eigen inzicht.", "decides-by-oneself"),
        ("Veel Eritreeërs hebben moeite met afspraken.", "generalisation"),
        ("Jongeren die discriminatie ervaren krijgen een weerbaarheidstraining.", "resilience"),
        ("Het dragen van een hoofddoek is niet toegestaan aan de balie.", "custom-banned"),
        ("Foutloos Nederlands is vereist.", "language-demand"),
        ("Aanvragen uit bepaalde postcodegebieden worden extra gecontroleerd.", "postcode"),
        ("We zoeken iemand met wie we een klik hebben.", "click"),
        ("Je past goed in het team.", "fits-in"),
    ],
)
def test_what_should_be_asked_is_asked(text, pattern):
    assert pattern in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Klik op de knop en klik hier.",
        "Het gebouw wordt klimaatneutraal.",
        "Bij westerse wind is het stiller.",
        "De autochtone bomen op het kruispunt blijven staan.",
        "Het voorkomen van brand is belangrijk.",
        "Het risicoprofiel van de bodem is bekend.",
        "Voorrang voor fietsers op de rotonde.",
        "Vul uw postcode in op de afvalkalender.",
    ],
)
def test_what_is_innocent_gives_no_card(text):
    assert asked(text) == []


def test_a_prohibition_stands_apart_and_says_so():
    reading = cards(document("Etnisch profileren is niet toegestaan."))

    assert reading.asked == ()
    assert [card.label for card in reading.forbidden] == [
        "De tekst lijkt dit te verbieden of af te wijzen."
    ]


def test_a_denial_right_before_the_word_stands_apart():
    assert asked("Wij gebruiken geen risicoprofielen.") == []
    assert asked("Er is geen balie, wij gebruiken risicoprofielen.") == [
        "digital-only",
        "risk-profile",
    ]


def test_to_fight_fraud_is_no_prohibition_of_the_means():
    assert "risk-profile" in asked("Wij bestrijden fraude met een risicoprofiel.")
    assert "risk-profile" not in asked("Wij gaan risicoprofielen bestrijden.")


def test_where_the_ban_is_the_matter_it_is_asked():
    assert "dress-code" in asked("Hoofddeksels zijn verboden.")


def test_one_pattern_gives_one_card_for_each_passage():
    text = "De klik telt. En weer telt de klik."

    reading = cards(document(text, text))

    assert [(card.pattern, card.place.block) for card in reading.cards] == [
        ("click", 0),
        ("click", 1),
    ]


def test_a_sentence_that_forbids_does_not_hide_one_that_does_not():
    text = "Wij gebruiken geen risicoprofielen. Wel telt een risicoprofiel voor inwoners."

    assert "risk-profile" in asked(text)


def test_a_quotation_gives_no_card_but_a_wink_does():
    assert asked('Een inwoner zei: "Ik zag een risicoprofiel van mijn straat."') == []
    assert asked("Wij letten op de 'klik' met de kandidaat.") == ["click"]


@pytest.mark.parametrize(
    "block",
    [
        Block(kind="quote", number=1, text="Het risicoprofiel telt."),
        Block(kind="paragraph", number=1, text="Het risicoprofiel telt.", is_contents=True),
        Block(kind="item", number=1, text="Het risicoprofiel telt.", under=("Plan", "5. Bronnen")),
        Block(kind="heading", number=1, text="Het risicoprofiel"),
    ],
)
def test_quotes_contents_references_and_headings_give_no_card(block):
    document = Document(name="x", format="txt", sha256="", blocks=(block,), pages=None, notes=())

    assert cards(document, view="all").cards == ()


def test_a_card_has_its_place_and_all_it_needs():
    block = Block(kind="item", text="Eerst dit. De klik telt.", page=3, number=2, under=("Plan",))
    reading = cards(
        Document(name="x", format="txt", sha256="", blocks=(block,), pages=None, notes=())
    )
    (card,) = reading.cards

    assert block.text[card.place.start : card.place.end] == card.sentence == "De klik telt."
    assert (card.place.page, card.place.number, card.place.under) == (3, 2, ("Plan",))
    assert card.question
    assert card.why
    assert card.innocent_because
    assert card.criteria == ("N08", "S06")


def test_the_whole_lexicon_asks_more_than_the_default_view():
    text = "Het algoritme en de doelgroep."

    assert asked(text) == []
    assert asked(text, view="all") == ["algorithm", "target-group"]


def test_what_stands_there_is_shown_apart_and_nets_nothing():
    text = "De consulent beslist naar eigen inzicht, na intervisie."
    reading = cards(document(text))

    assert [card.pattern for card in reading.asked] == ["judgement-of"]
    assert [one.pattern for one in reading.presence] == ["shows-bias-limited"]


def test_english_gives_english_questions():
    (card,) = cards(document("De klik telt."), lang="en").cards

    assert card.question == ("What must somebody be able to do, and how do you give points for it?")


def test_a_text_about_racism_itself_is_asked_whether_it_prescribes():
    text = "Racisme en vooroordelen. " * 5 + "Een voorbeeld is kiezen op een klik. "
    reading = cards(document("Racisme is een stereotype.", text, "De klik telt."))

    assert reading.asked == ()
    assert {card.label for card in reading.forbidden} >= {
        "Deze tekst gaat zelf over racisme. Schrijft hij dit voor, of beschrijft hij het?"
    }


def test_a_reading_cannot_be_changed():
    reading = cards(document("De klik telt."))

    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.cards = ()


def test_an_empty_document_gives_no_cards():
    assert cards(document("")).cards == ()
    assert cards(document()).cards == ()


def test_a_sentence_asks_about_each_criterion_once():
    text = document("De consulent beslist naar eigen inzicht.")

    assert [one.criteria for one in cards(text).cards] == [("N08",)]
    assert len(cards(text, view="all").cards) > 1
