"""The lexicon as data: valid, in two languages, and hung up on nobody's origin."""

import copy
import re

import jsonschema
import pytest

from waterpas.reading.lexicon import find, load, loader, schema
from waterpas.reading.lexicon.lowered import lowered
from waterpas.reading.nameless import nameless

FILES = {
    **dict.fromkeys(loader.THEMES, "theme_file"),
    **dict.fromkeys(loader.SETS, "sets_file"),
    "missing.yaml": "missing_file",
    "forms.yaml": "forms_file",
    "measured.yaml": "measured_file",
}
PATTERNS = load().patterns


def errors(name, raw):
    whole = schema()
    part = {"$ref": f"#/$defs/{FILES[name]}", "$defs": whole["$defs"]}
    return list(jsonschema.Draft202012Validator(part).iter_errors(raw))


@pytest.mark.parametrize("name", FILES)
def test_each_file_follows_the_schema(name):
    assert errors(name, loader.read(name)) == []


def test_a_pattern_without_english_is_refused():
    raw = copy.deepcopy(loader.read("checks.yaml"))
    del raw["patterns"][0]["question"]["en"]

    assert errors("checks.yaml", raw)


def test_a_criterion_that_does_not_exist_is_refused():
    raw = copy.deepcopy(loader.read("checks.yaml"))
    raw["patterns"][0]["criteria"] = ["N10"]

    assert errors("checks.yaml", raw)


def test_every_id_is_there_once():
    ids = [pattern.id for pattern in PATTERNS]

    assert len(ids) == len(set(ids))


def test_every_set_that_a_pattern_leans_on_exists():
    asked = {
        name
        for pattern in PATTERNS
        for group in (*pattern.together, pattern.unless.sets, pattern.of)
        for name in group
    } | {name for missing in load().missing for name in (*missing.sets, *missing.when)}

    assert asked <= set(load().sets)


def test_every_regex_can_be_read():
    assert all(re.compile(pattern.regex) for pattern in PATTERNS if pattern.regex)


def test_all_do_not_criteria_have_a_pattern_in_the_default_view():
    asked = {one for pattern in PATTERNS if pattern.in_default_view for one in pattern.criteria}

    assert {f"N0{number}" for number in range(1, 10)} <= asked


def test_all_do_criteria_and_steps_can_be_seen():
    shown = {one for pattern in PATTERNS if pattern.kind == "presence" for one in pattern.criteria}
    expected = {f"W{number:02d}" for number in range(1, 13)} | {
        f"S{number:02d}" for number in (*range(1, 7), 8, 9, 10)
    }

    assert expected <= shown


def test_the_default_view_has_no_high_risk_and_no_bare_algorithm():
    default = [pattern for pattern in PATTERNS if pattern.in_default_view]

    assert all(pattern.false_alarm != "high" for pattern in default)
    assert "algorithm" not in {pattern.id for pattern in default}
    assert all(pattern.kind == "question" for pattern in default)


def test_no_pattern_is_raised_by_a_set_with_names():
    leaning = [
        pattern.id
        for pattern in PATTERNS
        if "names" in {*pattern.of, *(name for group in pattern.together for name in group)}
    ]

    assert leaning == []


def test_no_question_looks_for_words_that_hold_a_name():
    """Names are taken out before questions are asked: such words would never be found."""
    looked_for = {
        word
        for pattern in PATTERNS
        if pattern.kind == "question"
        for word in (
            *pattern.needles.words,
            *pattern.needles.lemmas,
            *pattern.common,
            *pattern.unless.sentence,
        )
    }

    assert {word for word in looked_for if nameless(word).text != word} == set()


def test_no_pattern_is_raised_by_a_bare_name():
    """What is a name of origin, skin colour or religion by itself, raises no pattern by itself."""
    ids = {pattern.id for pattern in PATTERNS if pattern.in_default_view}
    names = load().sets["names"]

    raised = {
        (name, hit.holder)
        for name in (*names.words, *names.lemmas)
        for hit in find(name)
        if hit.holder in ids and (hit.start, hit.end) == (0, len(name))
    }

    assert raised == set()


def test_words_are_written_in_lower_case():
    words = [word for pattern in PATTERNS for word in (*pattern.needles.words, *pattern.common)]

    assert words == [lowered(word) for word in words]


def test_all_texts_are_there_in_dutch_and_in_english():
    for pattern in PATTERNS:
        for words in (pattern.question, pattern.why, pattern.innocent, pattern.named):
            assert words is None or (words.nl != words.en and words.text("en") == words.en)


def test_no_text_for_readers_judges():
    judging = re.compile(r"\b(racistisch|bias-vrij|score|fout|schuldig)\b", re.IGNORECASE)
    texts = [words.nl for pattern in PATTERNS for words in (pattern.question, pattern.why)]

    assert [text for text in texts if judging.search(text)] == []
