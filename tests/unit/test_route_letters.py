"""The letters, and the tables that they ask for: what is asked is what can be read."""

import csv
import re

import pytest

import waterpas
from waterpas.documents import Bullets, Paragraph, Table
from waterpas.documents.plain_text import text
from waterpas.errors import CallError
from waterpas.routebook import book, letter
from waterpas.routebook.letters import layout_names, layout_text, table_of
from waterpas.tallies.layouts import load_layout

LETTERS = tuple(book().letters)
ABOUT = tuple(one.code for one in book().asked("about").choices)
WITH_LAYOUT = {one.code: one.layout for one in book().asked("about").choices if one.layout}


def filled(name: str, path):
    """The table of the letter, as it would come back: counts in place of blanks."""
    table = table_of(load_layout(name), "nl")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(table.head)
        for place, row in enumerate(table.rows):
            writer.writerow([row[0], *(count // 2**place for count in (1600, 240, 480))])
    return path


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_whole_for_everybody_in_both_languages(name, about, lang):
    said = text(letter(name, about=about, people=700, municipality="Voorbeeldstad", lang=lang))

    assert not re.search(r"[{}]", said)
    assert "Voorbeeldstad" in said
    assert ("Geachte" if lang == "nl" else "Dear") in said


def test_what_only_the_sender_knows_stays_between_brackets():
    said = text(letter("cbs-tables"))

    assert "[naam van uw gemeente]" in said
    assert "ongeveer [aantal] mensen" in said
    assert "[naam en functie]" in said


@pytest.mark.parametrize("name", ["cbs-barometer", "cbs-barometer-parts", "cbs-tables", "supplier"])
def test_letters_to_cbs_and_suppliers_ask_for_price_and_time(name):
    said = text(letter(name))

    assert "wat dit kost, en wanneer het klaar kan zijn" in said
    assert book().letters[name].signed_by.nl


def test_a_letter_that_asks_for_no_price_does_not_say_so():
    assert "kost, en wanneer" not in text(letter("neighbours"))


@pytest.mark.parametrize("name", ["supplier", "own-counts"])
def test_who_gives_counts_is_asked_for_no_groups(name):
    document = letter(name, about="control")

    assert not any(isinstance(block, Table) for block in document.blocks)
    steps = [block for block in document.blocks if isinstance(block, Bullets)]
    assert any("Gekozen voor controle" in block.items for block in steps)


@pytest.mark.parametrize("about", WITH_LAYOUT)
def test_the_table_in_the_letter_is_what_the_layout_reads(about, tmp_path):
    name = WITH_LAYOUT[about]
    asked = next(b for b in letter("cbs-tables", about=about).blocks if isinstance(b, Table))

    assert asked == table_of(load_layout(name), "nl")
    counts = waterpas.tally(filled(name, tmp_path / "t.csv"), by="herkomst", layout=name)
    first = [cell.steps[0].value for cell in counts.cells.values()]
    assert first == [1600, 240, 480]


@pytest.mark.parametrize("name", layout_names())
def test_the_layout_file_reads_the_table_too(name, tmp_path):
    layout = tmp_path / "indeling.yaml"
    layout.write_text(layout_text(name), encoding="utf-8")

    counts = waterpas.tally(filled(name, tmp_path / "t.csv"), by="herkomst", layout=layout)

    assert counts.rounded_to == 10


def test_what_is_not_there_is_refused_with_what_is():
    with pytest.raises(CallError, match=r"Kies uit: cbs-barometer,"):
        letter("cbs")
    with pytest.raises(CallError, match="Kies uit: cbs-personeel"):
        layout_text("cbs-duo-2014")
    with pytest.raises(CallError, match="Kies uit: staff"):
        letter("supplier", about="boss")


def test_a_letter_holds_no_instruction_for_its_sender():
    one = book().letters["cbs-tables"]
    said = text(letter("cbs-tables"))

    assert one.signed_by.nl not in said
    assert not any(before.nl in said for before in one.before)
    assert any(isinstance(block, Paragraph) for block in letter("cbs-tables").blocks)
