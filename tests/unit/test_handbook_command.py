"""`waterpas handbook`: every item, in four forms and two languages."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from waterpas.cli.handbook import handbook_command
from waterpas.cli.handbook_words import LABELS
from waterpas.errors import CallError
from waterpas.handbook import KINDS, ItemIdTaken, load, register
from waterpas.handbook.files import read_schema

VOID = {"meta"}


def output(*arguments: str) -> str:
    result = CliRunner().invoke(handbook_command, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


class Page(HTMLParser):
    """What a page holds; refuses a tag that is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.languages: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attrs)
        if "id" in values:
            self.ids.append(str(values["id"]))
        if "lang" in values:
            self.languages.append((tag, values["lang"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_json_gives_every_item_with_both_languages_and_its_source() -> None:
    items = json.loads(output("--format", "json"))

    assert [item["id"] for item in items] == [item.id for item in load()]
    for item in items:
        assert {"id", "kind", "nl", "en", "source"} <= item.keys()
        assert item["nl"]
        assert item["en"]
        assert item["source"]["document"] in ("kis-2023", "waterpas")


def refused(items: object) -> list[str]:
    validator = Draft202012Validator(read_schema("handbook-output-v1.schema.json"))
    return [error.message for error in validator.iter_errors(items)]


def test_json_is_of_the_documented_form_also_with_own_items(tmp_path: Path) -> None:
    items = json.loads(output("--format", "json", "--extra", own_file(tmp_path)))

    assert refused(items) == []
    assert items[-1]["added"]["origin"] == "gemeente"


@pytest.mark.parametrize(
    ("key", "value"),
    [("yes_means", "ja"), ("kind", "tip"), ("source", None), ("see", None), ("score", 3)],
)
def test_json_of_another_form_is_refused(key: str, value: object) -> None:
    [first, *rest] = json.loads(output("--format", "json"))

    assert refused([first | {key: value}, *rest]) != []


@pytest.mark.parametrize("key", ["added", "prompts", "changes"])
def test_json_without_a_field_is_refused(key: str) -> None:
    [first, *rest] = json.loads(output("--format", "json"))
    del first[key]

    assert refused([first, *rest]) != []


def test_json_gives_per_statement_how_to_find_it() -> None:
    known = {one.id: one for one in register().statements}

    for item in json.loads(output("--format", "json")):
        source = item["source"]
        assert [one["id"] for one in source["passages"]] == source["statements"]
        for one in source["passages"]:
            assert one["locate"] == known[one["id"]].locate
            assert one["about"] == known[one["id"]].about


def test_json_says_of_what_we_put_with_an_item_that_it_is_ours() -> None:
    items = {item["id"]: item for item in json.loads(output("--format", "json"))}

    assert items["W04"]["origin"] == "handreiking"
    assert items["W04"]["added"] == {
        "origin": "van-ons",
        "criterion_kind": "design",
        "yes_means": "meets",
        "see": ["P06"],
        "changes": ["WP15"],
    }
    for item in items.values():
        for key in ("criterion_kind", "yes_means", "see", "changes"):
            assert item[key] == item["added"][key]


def test_csv_has_one_row_per_item_in_columns_of_equal_number() -> None:
    head, *rows = csv.reader(io.StringIO(output("--format", "csv")))
    first = dict(zip(head, rows[0], strict=True))

    assert [row[0] for row in rows] == [item.id for item in load()]
    assert {len(row) for row in rows} == {len(head)}
    assert first["role"] == "employer policy-maker service-provider"
    assert first["statements"] == "int-02"
    by_id = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert by_id["P06"]["changes"] == "W04 WP15"
    assert by_id["N01"]["yes_means"] == "breaches"
    assert {row["added_origin"] for row in by_id.values()} == {"van-ons"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_shows_every_item_in_the_language_asked_for(language: str) -> None:
    shown = " ".join(output("--lang", language).split())

    for item in load():
        assert f"{item.id} {item.title.nl if language == 'nl' else item.title.en} [" in shown
        assert (item.nl if language == "nl" else item.en) in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_html_is_a_whole_page_with_every_item_once(language: str) -> None:
    text = output("--format", "html", "--lang", language)
    page = Page(text)

    assert text.startswith("<!doctype html>")
    assert page.languages[0] == ("html", language)
    assert sorted(page.ids) == sorted(item.id for item in load())
    assert page.languages.count(("dd", "nl")) == 21  # the quotations stay Dutch
    for item in load():
        assert (item.nl if language == "nl" else item.en) in page.words


def test_the_footnote_and_the_days_are_shown() -> None:
    shown = " ".join(output().split())

    assert "Voetnoot: Alleen culturele gewoonten en praktijken tellen" in shown
    assert "1 juli: Keti Koti" in shown
    assert "21 March: International Day" in " ".join(output("--lang", "en").split())


def test_what_is_ours_is_labelled_as_ours() -> None:
    shown = output("--kind", "criterion")

    assert shown.count("Vraag (van ons): ") == 21
    assert " ".join(shown.split()).count("'Ja' betekent: het beleid voldoet aan") == 12
    assert " ".join(shown.split()).count("'Ja' betekent: het beleid gaat tegen") == 9
    assert shown.count("Denk hierover na (van ons): ") == 21
    assert "Wat kan veranderen (keuze van ons): P07-02, WP16" in shown
    assert shown.count("Letterlijk: 'Het gaat om beleid dat") == 21


def test_only_the_kinds_asked_for_are_shown() -> None:
    items = json.loads(output("--format", "json", "--kind", "step", "--kind", "council-value"))

    assert {item["kind"] for item in items} == {"step", "council-value"}
    assert len(items) == 15


def test_a_file_gets_what_the_screen_would_get(tmp_path: Path) -> None:
    file = tmp_path / "handreiking.json"

    assert output("--format", "json", "--quiet", "--output", str(file)) == ""
    assert file.read_text(encoding="utf-8") == output("--format", "json")


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    result = CliRunner().invoke(handbook_command, ["--output", str(tmp_path / "x" / "y.txt")])

    assert isinstance(result.exception, CallError)
    assert list(tmp_path.iterdir()) == []


def test_every_kind_has_a_label_in_both_languages() -> None:
    assert LABELS["nl"].keys() == LABELS["en"].keys()
    assert set(KINDS) <= LABELS["nl"].keys()


def own_file(folder: Path, **changes: object) -> str:
    words = {"nl": "Wij <b>loten</b>.", "en": "We <b>draw lots</b>."}
    item = {
        "id": "eigen-loting",
        "kind": "criterion",
        "direction": "do",
        "role": ["service-provider"],
        "title": {"nl": "Loting", "en": "Lots"},
        **words,
        "question": {"origin": "gemeente", "nl": "Wie loot?", "en": "Who draws?"},
        "origin": "gemeente",
    }
    file = folder / "eigen.yaml"
    file.write_text(yaml.safe_dump({"items": [item | changes]}), encoding="utf-8")
    return str(file)


def test_an_own_item_is_shown_as_the_municipalitys(tmp_path: Path) -> None:
    shown = output("--extra", own_file(tmp_path))

    assert "Vraag (van de gemeente): Wie loot?" in shown
    assert "Bron: eigen onderdeel van de gemeente" in shown


def test_tags_in_an_own_item_stay_words_in_html(tmp_path: Path) -> None:
    page = Page(output("--format", "html", "--extra", own_file(tmp_path)))

    assert "Wij <b>loten</b>." in page.words


def test_an_own_item_with_an_id_of_ours_is_refused_and_nothing_is_shown(tmp_path: Path) -> None:
    result = CliRunner().invoke(handbook_command, ["--extra", own_file(tmp_path, id="W04")])

    assert isinstance(result.exception, ItemIdTaken)
    assert result.output == ""
