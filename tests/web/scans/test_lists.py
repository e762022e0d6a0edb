"""The lists of questions: what ours say, and how a file that is wrong is refused by name."""

from copy import deepcopy

import pytest
import yaml

from waterpas.web.scans import lists, rules
from waterpas.web.scans.criteria import criteria
from waterpas.web.scans.lists import ListUnusable, loader

WORDS = {"nl": "woorden", "en": "words"}
QUESTION = {
    "id": "TST-01",
    "origin": "van-ons",
    "direction": "do",
    "title": {"nl": "Een titel", "en": "A title"},
    "question": {"nl": "Gebeurt dit?", "en": "Does this happen?"},
    "prompts": {"nl": "Hoe dan?", "en": "How then?"},
}
LIST = {
    "id": "trial",
    "title": {"nl": "Proeflijst", "en": "Trial list"},
    "purpose": WORDS,
    "minutes": 20,
    "times": 1,
    "people": 1,
    "step": 7,
    "roles": ["policy-maker"],
    "scale": "worded",
    "asks": ["sources"],
    "about": WORDS,
    "aim": WORDS,
    "questions": [QUESTION],
}


def written(folder, raw, name="trial.yaml"):
    (folder / name).write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return loader.load(folder)


def with_question(**more):
    return LIST | {"questions": [QUESTION | more]}


def test_the_full_list_is_the_21_criteria_in_the_order_of_the_handbook():
    asked = [one.id for one in lists.find("full").asked if one.is_criterion]

    assert asked == list(criteria())


def test_there_is_a_list_for_each_purpose():
    assert list(lists.lists()) == [
        *("full", "short", "purchased", "subsidy", "vision", "vacancy", "letter")
    ]


@pytest.mark.parametrize("name", lists.lists())
def test_every_list_says_beforehand_how_long_it_takes_and_with_how_many_people(name):
    found = lists.find(name)

    assert found.minutes
    assert found.times
    assert found.people
    assert found.purpose.nl
    assert found.purpose.en


def test_the_full_list_takes_two_times_two_hours_with_four_and_the_short_one_45_minutes_with_two():
    full, short = lists.find("full"), lists.find("short")

    assert (full.times, full.minutes, full.people) == (2, 120, 4)
    assert (short.times, short.minutes, short.people) == (1, 45, 2)


def test_a_short_form_asks_less_and_must_be_followed_by_the_full_one():
    short = lists.find("short")

    assert "study" not in short.asks
    assert short.followed_by == "full"
    assert {"N01", "N02", "N05", "N06", "N08", "N09"} < {one.id for one in short.asked}


@pytest.mark.parametrize("name", lists.lists())
def test_a_question_of_ours_says_that_it_is_ours(name):
    origins = {bool(one.handbook): one.origin for one in lists.find(name).questions}

    assert origins.get(False, "van-ons") == "van-ons"
    assert origins.get(True, "handreiking") == "handreiking"


def test_conditions_are_those_of_the_rules():
    asked = {one.id: one.when for one in lists.find("full").asked if one.is_criterion}

    assert {one: when for one, when in asked.items() if when} == rules.CONDITIONS


def test_a_list_that_is_right_is_read(tmp_path):
    found = written(tmp_path, LIST)["trial"]

    assert next(one.id for one in found.questions) == "TST-01"


FAULTS = {
    "a key that is missing": (LIST | {"title": None}, "title"),
    "a key that does not belong": (LIST | {"colour": "red"}, "colour hoort hier niet"),
    "no minutes": ({k: v for k, v in LIST.items() if k != "minutes"}, "minutes ontbreekt"),
    "an unknown role": (LIST | {"roles": ["mayor"]}, "roles/0"),
    "an unknown scale": (LIST | {"scale": "numbers"}, "scale: kies uit worded, plain"),
    "a field that no answer has": (LIST | {"asks": ["mood"]}, "asks/0"),
    "no questions": (LIST | {"questions": []}, "questions"),
    "no English": (with_question(title={"nl": "Titel"}), "en ontbreekt"),
    "an origin that is not ours": (with_question(origin="handreiking"), "hier moet van-ons staan"),
    "no direction": (
        LIST | {"questions": [{k: v for k, v in QUESTION.items() if k != "direction"}]},
        "direction ontbreekt",
    ),
    "an id of another shape": (with_question(id="vraag"), "questions/0/id"),
    "an unknown condition": (with_question(when="full-moon"), "questions/0/when"),
    "a question twice": (LIST | {"questions": [QUESTION, QUESTION]}, "staat er twee keer"),
    "an item that is not there": (
        LIST | {"questions": [{"handbook": "W99"}]},
        "onderdeel W99 bestaat niet",
    ),
    "a point without a question of ours": (
        LIST | {"questions": [{"handbook": "S02-01", "direction": "do"}]},
        "question ontbreekt",
    ),
    "a criterion the other way round": (
        LIST | {"questions": [{"handbook": "W01", "direction": "do-not"}]},
        "de handreiking vraagt het andersom",
    ),
    "the words of the handbook": (
        with_question(title={"nl": "Erken dat het bestaat", "en": "Other"}),
        "verwijs met handbook: S02-01",
    ),
    "a point that is no criterion": (with_question(points=["S02-01"]), "geen criterium of patroon"),
    "a follower that is not there": (LIST | {"followed_by": "later"}, "lijst later is er niet"),
    "a follower that is itself": (LIST | {"followed_by": "trial"}, "of is deze lijst zelf"),
    "a contradiction of two that are not there": (
        LIST | {"contradictions": [["TST-01", "TST-02"]]},
        "geef een do en een do-not",
    ),
    "a shared question that is not there": (LIST | {"without": ["ZZZ-01"]}, "ZZZ-01 staat niet in"),
    "the name of another file": (LIST | {"id": "other"}, "noem het bestand other.yaml"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_refused_by_name(tmp_path, fault):
    raw, words = FAULTS[fault]

    with pytest.raises(ListUnusable) as refused:
        written(tmp_path, deepcopy(raw))

    assert "trial.yaml" in refused.value.text("nl")
    assert words in refused.value.text("nl")
    assert refused.value.text("en") != refused.value.text("nl")


@pytest.mark.parametrize("text", ["id: [", "id: a\nid: b\n"])
def test_what_is_no_yaml_is_refused_with_its_line(tmp_path, text):
    (tmp_path / "trial.yaml").write_text(text)

    with pytest.raises(ListUnusable, match="geldige YAML"):
        loader.load(tmp_path)


def test_what_is_no_text_is_refused(tmp_path):
    (tmp_path / "trial.yaml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ListUnusable, match="UTF-8"):
        loader.load(tmp_path)


class TestWhoCarriesItOut:
    @pytest.mark.parametrize("name", ["full", "short", "subsidy", "vacancy", "letter"])
    def test_unpaid_partners_bring_what_we_ask_and_what_we_do_when_it_goes_wrong(self, name):
        asked = {one.id: one.when for one in lists.find(name).asked}

        assert asked["PAR-01"] == asked["PAR-02"] == "unpaid-partners"

    def test_a_paid_chain_turns_the_questions_to_whoever_carries_it_out(self):
        asked = {one.id: one for one in lists.find("full").asked}

        assert "instructies" in asked["W08"].asked_of("paid-chain").question.nl
        assert asked["W08"].asked_of("own") == asked["W08"]
        assert {"KET-01", "KET-02", "KET-03"} <= asked.keys()
