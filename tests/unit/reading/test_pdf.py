"""The text layer of a PDF: pages, paragraphs, headings, running lines, pictures of text."""

import pytest

from tests.unit.reading.making import pdf_of
from waterpas.reading import note_text, read
from waterpas.reading.errors import NoText

SENTENCE = "De consulent beoordeelt de aanvraag en legt de reden vast."


def blocks(*lines):
    return [(block.kind, block.text) for block in read(pdf_of([lines])).blocks]


def test_words_broken_off_at_a_line_end_are_whole_again():
    lines = [
        (60, 700, 10, "Het college werkt met risico-"),
        (60, 688, 10, "profielen voor in-"),
        (60, 676, 10, "en uitstroom, zie de AVG-"),
        (60, 664, 10, "Regels daarover."),
    ]
    assert blocks(*lines) == [
        (
            "paragraph",
            "Het college werkt met risicoprofielen voor in- en uitstroom, zie de AVG-Regels "
            "daarover.",
        )
    ]


def test_a_larger_distance_begins_a_paragraph_and_bold_makes_a_heading():
    lines = [
        (60, 700, -10, "Toezicht"),
        (60, 680, 10, "Eerste regel van de"),
        (60, 668, 10, "eerste alinea."),
        (60, 640, 10, "Tweede alinea."),
    ]
    assert blocks(*lines) == [
        ("heading", "Toezicht"),
        ("paragraph", "Eerste regel van de eerste alinea."),
        ("paragraph", "Tweede alinea."),
    ]


def test_a_bullet_that_stands_apart_in_the_file_marks_its_line():
    lines = [(80, 700, 10, "Eerste punt"), (80, 680, 10, "Los"), (60, 700, 10, "\u2022")]
    assert blocks(*lines) == [("item", "Eerste punt"), ("paragraph", "Los")]


def test_a_number_in_the_middle_of_a_sentence_is_no_item():
    lines = [(60, 700, 10, "Dit staat in artikel"), (60, 688, 10, "3. dat is duidelijk.")]
    assert len(blocks(*lines)) == 1


def test_small_print_at_the_foot_of_a_page_is_a_footnote():
    lines = [(60, 700 - 12 * at, 10, SENTENCE) for at in range(4)]
    assert blocks(*lines, (60, 60, 8, "1 Bron: CBS, 2022."))[-1] == (
        "footnote",
        "1 Bron: CBS, 2022.",
    )


def pages(count):
    """Pages with a running line, a page number, and an own paragraph that runs on."""
    for number in range(1, count + 1):
        yield [
            (60, 800, 9, "Gemeente Voorbeeldstad"),
            (60, 700, 10, f"{SENTENCE[:-1]} {'abcdefgh'[number % 8]}"),
            (60, 688, 10, f"en zo loopt de zin {'abcdefgh'[number % 8]} nog door"),
            (300, 40, 9, str(number)),
        ]


def test_running_lines_are_left_out_and_named():
    document = read(pdf_of(list(pages(5))))
    assert "Voorbeeldstad" not in document.text
    assert document.pages == 5
    assert note_text(document.notes[0]) == (
        "Regels die boven- of onderaan veel bladzijden terugkomen, zijn weggelaten, zoals "
        "'Gemeente Voorbeeldstad', '1'."
    )


def test_the_running_head_of_one_chapter_is_left_out_by_its_page_number():
    pages = [[(60, 700, 10, f"Bladzijde {letter} van de tekst.")] for letter in "abcdefghijkl"]
    for number in range(4):
        pages[number].append((60, 800, 10, f"Hoofdstuk Toezicht {number + 20}"))
    assert "Hoofdstuk" not in read(pdf_of(pages)).text


def test_a_numbered_heading_above_each_page_is_no_running_line():
    pages = [
        [
            (60, 800, -12, f"Artikel {number}"),
            (60, 700, 10, f"De {'abcdefgh'[number]} telt."),
            (60, 40, 9, str(number)),
        ]
        for number in range(1, 8)
    ]
    document = read(pdf_of(pages))
    assert [b.text for b in document.blocks if b.kind == "heading"] == [
        f"Artikel {number}" for number in range(1, 8)
    ]
    assert document.notes[0].fields == {"lines": "'1'"}


def test_a_smaller_letter_in_front_does_not_cut_a_paragraph():
    lines = [(60, 700 - 12 * at, 10, SENTENCE) for at in range(3)]
    mixed = [(60, 664, 8, "a_b"), (90, 664, 10, "is een variabele in de tekst.")]
    assert len(blocks(*lines, *mixed)) == 1


def test_text_that_comes_back_on_every_page_is_no_running_line():
    form = [(60, 700, 10, "Naam van de inwoner en"), (60, 688, 10, "reden van het besluit.")]
    document = read(pdf_of([[*form, (300, 676, 10, "Paraaf van de consulent")]] * 5))
    assert document.text.count("Paraaf") == 5
    assert not document.notes


def test_a_sentence_that_runs_over_a_page_stays_whole():
    first = [(60, 60, 10, "De consulent legt de reden")]
    document = read(pdf_of([first, [(60, 780, 10, "van het besluit vast.")]]))
    [block] = document.blocks
    assert block.text == "De consulent legt de reden van het besluit vast."
    assert block.page == 1


def test_a_scanned_pdf_is_recognised_and_says_how_to_mend_it():
    with pytest.raises(NoText) as caught:
        read(pdf_of([[], [(60, 40, 8, "scan 2")]], picture=True), name="nota.pdf")
    assert str(caught.value) == (
        "nota.pdf is een gescande PDF: de 2 bladzijden zijn plaatjes, zonder tekst. Laat de tekst "
        "herkennen (OCR) met uw scanner of PDF-programma, en kies het nieuwe bestand."
    )


def test_a_scanned_pdf_of_one_page_speaks_of_one_page():
    with pytest.raises(NoText, match="de enige bladzijde is een plaatje, zonder tekst"):
        read(pdf_of([[]], picture=True), name="nota.pdf")


def test_a_pdf_with_some_scanned_pages_says_which():
    with_text = [(60, 700, 10, SENTENCE)]
    document = read(pdf_of([with_text, [], [], with_text], picture=True))
    assert document.notes[0].fields == {"pages": "2-3"}


def test_an_empty_pdf_is_no_scan():
    with pytest.raises(NoText, match="bevat geen tekst"):
        read(pdf_of([[]]))


def test_two_thousand_pages_tell_how_far_they_are():
    heard = []
    document = read(pdf_of(list(pages(2000))), progress=lambda *at: heard.append(at))
    assert document.pages == 2000
    assert heard[-1] == ("pages", 2000, 2000)
    assert len(heard) == 2000
    assert document.blocks[-1].page is not None
