"""What a fresh reader missed, found needless or found wrong: the general pattern behind each."""

import pytest

from tests.reading_texts import document
from waterpas.reading import cards

WORSHIP = ("moskee", "kerk", "synagoge", "tempel")


def asked(text):
    return {card.pattern for card in cards(document(text)).asked}


def criteria(text):
    return {one for card in cards(document(text)).asked for one in card.criteria}


def shown(text):
    return {one for found in cards(document(text)).presence for one in found.criteria}


@pytest.mark.parametrize("place", WORSHIP)
@pytest.mark.parametrize(
    "text",
    [
        "Bezoekers van de {} worden gefouilleerd.",
        "De boa's surveilleren extra rond de {} en het station.",
        "De politie deelt een lijst van bezoekers van de {} met het meldpunt.",
        "De {} ligt aan de Dorpsstraat.",
        "Het meldpunt zit naast de {}.",
        "Samen met de politie surveilleren wij rond de {}.",
    ],
)
def test_a_place_of_worship_alone_is_no_evidence(text, place):
    assert shown(text.format(place)) & {"W10", "S05", "S06"} == set()


@pytest.mark.parametrize("place", WORSHIP)
@pytest.mark.parametrize("text", ["Wij werken samen met de {}.", "De {} denkt mee over het plan."])
def test_working_together_with_a_place_of_worship_is_shown(text, place):
    assert "W10" in shown(text.format(place))


@pytest.mark.parametrize("place", WORSHIP)
@pytest.mark.parametrize(
    "text",
    [
        "Bezoekers van de {} worden gefouilleerd.",
        "Rond de {} komt cameratoezicht.",
        "De politie deelt een lijst van bezoekers van de {} met het meldpunt.",
    ],
)
def test_watching_a_place_of_worship_is_asked_about(text, place):
    assert {"N05", "N07"} <= criteria(text.format(place))


@pytest.mark.parametrize("place", WORSHIP)
@pytest.mark.parametrize(
    "text",
    [
        "De {} ligt aan de Dorpsstraat.",
        "De burgemeester bezoekt de {}.",
        "Wij controleren de brandveiligheid van de {}.",
        "Op verzoek van de {} surveilleert de politie.",
    ],
)
def test_a_place_of_worship_alone_raises_no_card(text, place):
    assert "watched-at-worship" not in asked(text.format(place))


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("Wie lang in het buitenland is, wordt geacht inkomen te hebben verzwegen.", "N05"),
        ("Bij twee tandenborstels gaan wij ervan uit dat iemand samenwoont.", "N05"),
        ("Deze groep is moeilijk bereikbaar.", "N04"),
        ("Deze doelgroep heeft weinig vertrouwen.", "N04"),
        ("Mensen met een migratieachtergrond blijken minder gemotiveerd.", "N04"),
        ("Ouders die thuis een andere taal spreken, lopen achter in betrokkenheid.", "N04"),
        ("In december is iedereen vrij. Voor andere feesten vraagt u verlof aan.", "N07"),
    ],
)
def test_what_was_missed_is_asked(text, criterion):
    assert criterion in criteria(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wie drie maanden weg is, wordt geacht zijn post te lezen.",
        "De wijk is moeilijk bereikbaar voor ouderen.",
        "Het loket is voor ouderen moeilijk bereikbaar.",
        "Voor andere feestdagen mag u een feestdag ruilen.",
        "Wij telden hoe vaak een aanvraag werd afgewezen, voor mannen en vrouwen apart.",
        "Wij helpen mensen die hulp vragen. De controle van het dossier komt later.",
        "Bewoners zetten hun afval niet in de wijk aan de straat zetten, maar in de bak.",
        "De klantmanager kiest welke telefoon hij gebruikt.",
        "Wij loten, zodat niemand om zijn postcode wordt gekozen.",
        "Een postcode wordt niet gebruikt om mensen te kiezen voor controle.",
    ],
)
def test_what_was_needless_is_not_asked(text):
    assert asked(text) == set()


def test_a_language_that_is_no_demand_gives_no_question_about_a_level():
    text = "Ouders die thuis een andere taal laten spreken, lopen achter in betrokkenheid."

    assert asked(text) == {"group-falls-short"}


def test_a_postcode_that_may_not_count_is_said_to_be_forbidden_once():
    text = "Een postcode wordt niet gebruikt om mensen te kiezen voor controle."

    assert [card.pattern for card in cards(document(text)).forbidden] == ["postcode"]


def test_a_date_is_no_social_norm():
    assert shown("De teammanager evalueert deze regel op 1 juli.") & {"S05"} == set()
    assert "S05" in shown("De herdenking op 1 juli is van iedereen.")


@pytest.mark.parametrize("word", ["onderbuikgevoel", "niet-pluisgevoel"])
def test_a_gut_feeling_is_not_excused_with_a_plan_for_fire(word):
    [card] = cards(document(f"De consulent gaat af op zijn {word}.")).asked

    assert card.pattern == "gut-feeling"
    assert "brand" not in card.innocent_because
