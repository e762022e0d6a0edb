"""Which route can I take: the table follows its schema, and every answer ends somewhere."""

import copy
import itertools
import json
import re
from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft202012Validator

from waterpas.errors import CallError
from waterpas.explain.method_questions import OWN, questions_of
from waterpas.explain.methods import METHODS
from waterpas.handbook.files import read_strictly
from waterpas.routebook import Answers, book, routes
from waterpas.routebook.loader import DATA, LETTERS, ROWS, read
from waterpas.routebook.model import LISTS

SCHEMA = json.loads(
    (files("waterpas.routebook") / "schema/routes-v1.schema.json").read_text(encoding="utf-8")
)
PARTS = {"sources": "sourcesFile", "questions": "questionsFile", "why": "whyFile"}
LONGEST_DUTCH_SENTENCE = 22  # words; plain Dutch at level B1
# On both sides of every limit in the table.
PEOPLE = (None, 1, 99, 100, 249, 250, 499, 500, 700, 999, 1000, 2499, 2500, 40_000)
ABOUT = tuple(one.code for one in book().asked("about").choices)
TRAITS = tuple(one.code for one in book().asked("trait").choices)
HAVE = tuple(one.code for one in book().asked("have").choices)
MAY = (frozenset(), frozenset({"cbs"}), frozenset({"ask"}), frozenset({"cbs", "ask"}))
PERSONS = tuple(code for code in ABOUT if code != "text")


def every_answer():
    for about, trait, people, have, may in itertools.product(ABOUT, TRAITS, PEOPLE, HAVE, MAY):
        yield Answers(about, trait, people, have, may)


def validator(part: str) -> Draft202012Validator:
    wanted = SCHEMA if part == "rows" else {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}
    return Draft202012Validator(wanted)


def ids(answers: Answers, name: str) -> list[str]:
    return [row.id for row in routes(answers).lists[name]]


def words_of(value: object):
    """Every pair of words in a file."""
    if isinstance(value, dict):
        if set(value) == {"nl", "en"}:
            yield value
        for each in value.values():
            yield from words_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from words_of(each)


ALL_FILES = (*ROWS, *LETTERS, *(f"{name}.yaml" for name in PARTS))


class TestData:
    @pytest.mark.parametrize("name", ROWS)
    def test_the_rows_follow_the_schema(self, name):
        validator("rows").validate(read(name))

    @pytest.mark.parametrize("name", LETTERS)
    def test_the_letters_follow_the_schema(self, name):
        validator("lettersFile").validate(read(name))

    @pytest.mark.parametrize("name", PARTS)
    def test_the_other_files_follow_the_schema(self, name):
        validator(PARTS[name]).validate(read(f"{name}.yaml"))

    def test_the_schema_is_a_good_one(self):
        Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("name", ALL_FILES)
    def test_no_key_stands_twice(self, name):
        assert read_strictly((DATA / name).read_text(encoding="utf-8")) == read(name)

    @pytest.mark.parametrize(
        "fault",
        [
            lambda row: row.pop("source"),
            lambda row: row.update(source=[]),
            lambda row: row["title"].pop("en"),
            lambda row: row.update(list="score"),
            lambda row: row.update(why={"nl": "x", "en": "x"}),
            lambda row: row["when"].update(colour=["blue"]),
        ],
    )
    def test_a_planted_fault_in_a_row_is_found(self, fault):
        raw = copy.deepcopy(read("rows-letter.yaml"))
        fault(raw["rows"][0])

        assert not validator("rows").is_valid(raw)

    def test_a_row_that_says_no_must_say_why(self):
        raw = copy.deepcopy(read("rows-instead.yaml"))
        del raw["rows"][0]["why"]

        assert not validator("rows").is_valid(raw)

    def test_every_row_has_a_source_that_says_when_it_was_read(self):
        assert book().rows
        for row in book().rows:
            assert row.source
            assert all(re.fullmatch(r"20\d\d-\d\d", one.checked) for one in row.source)

    def test_every_source_letter_and_layout_is_used(self):
        named = {one.id for row in book().rows for one in row.source}
        named |= {one.id for part in book().why for one in part.source}

        assert named == {one["id"] for one in read("sources.yaml")["sources"]}
        assert {one for row in book().rows for one in row.letters} == set(book().letters)

    @pytest.mark.parametrize("kind", [book().rows, tuple(book().letters.values())])
    def test_no_id_stands_twice(self, kind):
        assert len({one.id for one in kind}) == len(kind)

    @pytest.mark.parametrize("name", ALL_FILES)
    def test_sentences_are_short_and_never_a_verdict(self, name):
        for pair in words_of(read(name)):
            for sentence in re.split(r"(?<=[.?!;])\s+", pair["nl"]):
                assert len(sentence.split()) <= LONGEST_DUTCH_SENTENCE, sentence
            assert not re.search(r"\bscore|niet-westers|allochtoon", pair["nl"].casefold())

    def test_places_to_fill_are_the_same_in_both_languages(self):
        for name in ALL_FILES:
            for pair in words_of(read(name)):
                found = [set(re.findall(r"\{\w+\}", pair[lang])) for lang in ("nl", "en")]
                assert found[0] == found[1] <= {"{people}", "{parts}", "{group}", "{municipality}"}


class TestAnswers:
    def test_every_combination_ends_in_a_list_with_something_to_do(self):
        for answers in every_answer():
            found = routes(answers)
            assert set(found.lists) == set(LISTS)
            assert found.lists["today"], answers
            if answers.about in PERSONS:
                assert found.lists["instead"], answers

    def test_every_combination_about_people_of_known_number_has_a_letter_or_a_way_round(self):
        for answers in every_answer():
            if answers.about == "text" or answers.people is None:
                continue
            found = routes(answers)
            ready = [row for name in LISTS for row in found.lists[name] if row.letters or row.page]
            assert ready, answers

    def test_every_row_holds_for_somebody(self):
        held = {row.id for a in every_answer() for one in routes(a).lists.values() for row in one}

        assert held == {row.id for row in book().rows}

    def test_texts_are_filled_in_whenever_a_row_holds(self):
        for answers in every_answer():
            for rows in routes(answers).lists.values():
                for row in rows:
                    assert not re.search(r"[{}\[\]]", row.title + row.text + row.why), row.id

    def test_with_700_staff_the_barometer_gives_three_percentages_and_nothing_per_scale(self):
        found = routes(Answers("staff", "origin", 700, "records", frozenset({"cbs"})))
        by_id = {row.id: row for rows in found.lists.values() for row in rows}

        assert "drie percentages voor het geheel" in by_id["barometer"].text
        assert "hoogstens 2 groepen" in by_id["barometer-parts"].text
        assert "niets per schaal" in by_id["per-scale"].why
        assert "250 werknemers in elke groep" in by_id["per-scale"].why

    @pytest.mark.parametrize(
        ("people", "barometer", "parts"),
        [(249, False, False), (250, True, False), (499, True, False), (500, True, True)],
    )
    def test_the_barometer_begins_at_250_and_its_parts_at_twice_that(
        self, people, barometer, parts
    ):
        letters = ids(Answers("staff", "origin", people, "records", frozenset({"cbs"})), "letter")

        assert ("barometer" in letters) is barometer
        assert ("barometer-parts" in letters) is parts

    def test_under_250_says_so_with_the_number_and_names_the_neighbours(self):
        found = routes(Answers("staff", "origin", 180, "records"))
        row = next(row for row in found.lists["instead"] if row.id == "barometer-small")

        assert "Bij u zijn het er 180." in row.why
        assert row.letters == ("neighbours",)

    @pytest.mark.parametrize(("trait", "own"), [("colour", "colour"), ("religion", "religion")])
    @pytest.mark.parametrize("about", PERSONS)
    def test_skin_colour_and_religion_have_their_own_rows_and_no_table_by_origin(
        self, about, trait, own
    ):
        answers = Answers(about, trait, 700, "records", frozenset({"cbs", "ask"}))

        assert f"field-{own}" in ids(answers, "instead")
        assert f"survey-{own}" in ids(answers, "letter")
        assert not {"cbs-table", "barometer", "advice-cbs"} & set(ids(answers, "letter"))

    def test_without_permission_the_letter_asks_for_advice_first(self):
        without = ids(Answers("residents", "origin", 700, "records"), "letter")
        with_it = ids(Answers("residents", "origin", 700, "records", frozenset({"cbs"})), "letter")

        assert "advice-cbs" in without
        assert "cbs-table" not in without
        assert "cbs-table" in with_it
        assert "advice-cbs" not in with_it

    def test_a_number_that_is_not_known_is_asked_for(self):
        assert "count-first" in ids(Answers("control", "origin", None, "records"), "today")
        assert "count-first" not in ids(Answers("control", "origin", 5, "records"), "today")

    def test_the_layout_is_that_of_whom_it_is_about(self):
        layouts = set()
        for about in PERSONS:
            found = routes(Answers(about, "origin", 700, "records", frozenset({"cbs"})))
            layouts |= {row.layout for row in found.lists["letter"] if row.id == "cbs-table"}

        assert layouts == {"cbs-personeel", "cbs-werving", "cbs-dienst", "cbs-controle"}

    def test_english_is_given_too(self):
        found = routes(Answers("staff", "origin", 1700, "records"), lang="en")

        assert "1,700" in next(r for r in found.lists["instead"] if r.id == "per-scale").why

    @pytest.mark.parametrize(
        "change",
        [{"about": "boss"}, {"trait": "name"}, {"have": ""}, {"may": frozenset({"all"})}],
    )
    def test_an_answer_that_is_not_there_is_refused_with_those_that_are(self, change):
        said = {"about": "staff", "trait": "origin", "people": 5, "have": "records"}

        with pytest.raises(CallError, match="Kies uit"):
            routes(Answers(**said | change))

    @pytest.mark.parametrize("people", [0, -1, 10**9])
    def test_a_number_that_cannot_be_is_refused(self, people):
        with pytest.raises(CallError, match="Geef een getal vanaf 1"):
            routes(Answers("staff", "origin", people, "records"))

    def test_the_examples_are_answers(self):
        assert len(book().examples) == 3
        for one in book().examples:
            assert routes(one.answers).letters


class TestMethods:
    def test_every_method_that_is_there_answers_a_question_in_plain_words(self):
        named = {name for row in book().rows for name in row.methods}
        there = {*OWN, *METHODS} & named

        assert {"audit", "chain", "adjusted"} <= there
        for lang in ("nl", "en"):
            assert all(text.endswith("?") for text in questions_of(sorted(there), lang))

    def test_every_method_is_named_for_somebody(self):
        named = {
            name
            for about in PERSONS
            for have in ("records", "table")
            for rows in routes(Answers(about, "origin", 3000, have, MAY[-1])).lists.values()
            for row in rows
            for name in row.methods
        }

        assert set(METHODS) | set(OWN) <= named

    def test_of_a_table_without_years_nothing_about_before_and_after_is_promised(self):
        found = routes(Answers("control", "origin", 3000, "records", MAY[-1]))
        table = next(row for row in found.lists["letter"] if row.id == "cbs-table")

        assert "change" not in table.methods

    def test_a_method_of_some_people_only_is_not_named_for_others(self):
        found = routes(Answers("residents", "origin", 3000, "records", MAY[-1]))
        methods = {name for row in found.lists["letter"] for name in row.methods}

        assert "duration" in methods
        assert not {"pay", "risk_profile"} & methods

    def test_the_number_that_was_said_stands_in_the_command(self):
        for people, said in ((700, "--people 700 "), (None, "--people N ")):
            found = routes(Answers("staff", "origin", people, "records"))
            commands = [row.command for row in found.lists["instead"] if row.command]
            assert all(said in each for each in commands)
            assert commands or people is None

    def test_a_method_that_is_not_there_says_nothing(self):
        assert questions_of(["no-such-method"], "nl") == ()


def test_a_key_that_stands_twice_is_found():
    with pytest.raises(yaml.YAMLError):
        read_strictly("a: 1\na: 2\n")
