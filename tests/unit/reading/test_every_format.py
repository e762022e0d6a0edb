"""The same text gives the same blocks, whatever kind of document it comes in."""

import hashlib

import pytest

from tests.unit.reading.making import ALL, PARTS, docx
from waterpas.reading import read


@pytest.mark.parametrize("kind", ALL)
def test_each_format_gives_the_same_blocks_for_the_same_text(kind):
    document = read(ALL[kind](), name=f"beleid.{kind}")

    assert [(block.kind, block.level, block.text) for block in document.blocks] == PARTS
    assert [block.number for block in document.blocks] == list(range(1, len(PARTS) + 1))
    assert document.blocks[1].under == ("Toezicht op de bijstand",)
    assert document.blocks[-1].under == ("Toezicht op de bijstand", "Werkwijze")
    assert document.format == kind


@pytest.mark.parametrize("kind", ALL)
def test_the_content_says_what_it_is_when_there_is_no_name(kind):
    assert read(ALL[kind]()).format == kind


@pytest.mark.parametrize("kind", ALL)
def test_a_file_reads_as_its_bytes_do_and_nothing_is_left_beside_it(kind, tmp_path):
    path, content = tmp_path / f"beleid.{kind}", ALL[kind]()
    path.write_bytes(content)

    assert read(path) == read(content, name=path.name)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_fingerprint_is_that_of_the_bytes():
    content = docx()
    assert read(content).sha256 == hashlib.sha256(content).hexdigest()


def test_pasted_text_is_read_as_a_text_file_is():
    pasted = read(ALL["txt"]().decode())
    assert [(block.kind, block.level, block.text) for block in pasted.blocks] == PARTS
    assert pasted.format == "text"


def test_a_place_is_said_in_words_in_both_languages():
    document = read(ALL["pdf"]())
    last = document.blocks[-1]
    assert document.place_of(last) == "blz. 1, onder 'Werkwijze', alinea 7"
    assert document.place_of(last, "en") == "p. 1, under 'Werkwijze', paragraph 7"
    assert read("Dag.").place_of(read("Dag.").blocks[0]) == "alinea 1"


def test_a_list_of_sources_is_marked_until_the_next_heading():
    text = "# Inhoud\n\nToezicht 3\n\n# Toezicht\n\nWij kijken mee.\n\n# Bronnen\n\nMovisie 2023."
    marks = {block.text: block.is_contents for block in read(text).blocks}
    assert marks["Toezicht 3"]
    assert marks["Movisie 2023."]
    assert not marks["Wij kijken mee."]
