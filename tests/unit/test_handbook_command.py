"""`waterpas handbook`: every item, in four forms and two languages."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from waterpas.cli.handbook import LABELS, handbook_command
from waterpas.handbook import KINDS, ItemIdTaken, load

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


def test_csv_has_one_row_per_item_in_columns_of_equal_number() -> None:
    head, *rows = csv.reader(io.StringIO(output("--format", "csv")))
    first = dict(zip(head, rows[0], strict=True))

    assert [row[0] for row in rows] == [item.id for item in load()]
    assert {len(row) for row in rows} == {len(head)}
    assert first["role"] == "employer policy-maker service-provider"
    assert first["statements"] == "int-02"


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
    assert shown.count("Letterlijk: 'Het gaat om beleid dat") == 21


def test_only_the_kinds_asked_for_are_shown() -> None:
    items = json.loads(output("--format", "json", "--kind", "step", "--kind", "council-value"))

    assert {item["kind"] for item in items} == {"step", "council-value"}
    assert len(items) == 15


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
