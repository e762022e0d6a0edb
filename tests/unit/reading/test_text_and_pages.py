"""Plain text and web pages."""

import pytest

from waterpas.reading import Cell, note_text, read

DUTCH = "Het is geen privé-café: de medewerker kiest zelf wie er een gesprek krijgt."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_as_it_is(encoding):
    assert read(DUTCH.encode(encoding), name="nota.txt").text == DUTCH


def test_the_encoding_of_old_windows_is_read_and_named():
    document = read(DUTCH.encode("windows-1252"), name="nota.txt")
    assert document.text == DUTCH
    assert note_text(document.notes[0]).startswith("De tekst is gelezen als Windows-1252.")


def test_lines_of_a_paragraph_are_joined_and_lists_are_not():
    text = "Wij werken met risico-\nprofielen en\nkaarten.\n\nDit zijn:\n- een\n- twee\n  regels\n"
    assert [(b.kind, b.text) for b in read(text).blocks] == [
        ("paragraph", "Wij werken met risicoprofielen en kaarten."),
        ("paragraph", "Dit zijn:"),
        ("item", "een"),
        ("item", "twee regels"),
    ]


def test_a_short_line_above_a_paragraph_is_a_heading():
    text = "2.1 Toezicht\n\nWij kijken mee. Dat is zo.\n\nDe einder\n"
    assert [(b.kind, b.level) for b in read(text).blocks] == [
        ("heading", 2),
        ("paragraph", None),
        ("paragraph", None),
    ]


def page(body):
    return [(b.kind, b.text) for b in read(f"<html><body>{body}".encode(), name="p.html").blocks]


def test_menus_scripts_and_styles_are_not_text():
    body = (
        "<nav><a>Home</a></nav><script>alert(1)</script><style>p{}</style><p hidden>weg"
        "<div style='display: none'>weg</div><template>weg</template><p>Zin<!-- weg -->nen."
    )
    assert page(body) == [("paragraph", "Zinnen.")]


def test_a_table_in_a_page_keeps_its_rows_and_columns():
    body = b"<html><table><tr><th colspan=2>Kop<th>C<tr><td>1<td>2<td>3</table>"
    blocks = read(body).blocks
    assert {b.text: b.cell for b in blocks}["C"] == Cell(table=1, row=1, column=3)
    assert {b.text: b.cell for b in blocks}["2"] == Cell(table=1, row=2, column=2)


def test_notes_of_a_page_are_footnotes_and_their_marks_are_no_text():
    body = (
        "<p>Een zin<sup><a href='#n1'>1</a></sup>. Tweede.</p><blockquote>Citaat.</blockquote>"
        "<section role='doc-endnotes'><ol><li>Bron: CBS.</ol></section>"
    )
    assert page(body) == [
        ("paragraph", "Een zin. Tweede."),
        ("quote", "Citaat."),
        ("footnote", "Bron: CBS."),
    ]


def test_a_page_says_in_which_encoding_it_is():
    old = "<html><meta charset='iso-8859-1'><p>privé</html>".encode("latin-1")
    assert read(old).text == "privé"


def test_a_page_that_is_nested_very_deep_is_read():
    assert "Zin." in read(b"<html><body>" + b"<div>" * 200 + b"Zin.").text
    read(b"<html><body><p>Begin." + b"<b><i>" * 100_000 + b"Zin.")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The municipality of the city shall decide on this, and they have to be fair. " * 5, True),
        (
            "Belediye bu konuda bir karar verir ve herkes için olarak çok daha iyi bir yol. " * 5,
            True,
        ),
        (
            "Het college besluit over de aanvraag en de inwoner krijgt van ons een brief. " * 5,
            False,
        ),
        ("Wonen Zorg Werk Inkomen Jeugd Sport Cultuur Veiligheid " * 9, False),
        ("The end.", False),
    ],
)
def test_a_text_in_another_language_is_read_and_said_so(text, foreign):
    document = read(text)
    assert [note.code for note in document.notes] == (["not-dutch"] if foreign else [])
    assert document.blocks


def test_the_note_about_the_language_is_there_in_english_too():
    note = read(
        "The city shall be fair to all of the people that live in it, and to others. " * 5
    ).notes[0]
    assert note_text(note).startswith("Deze tekst lijkt niet Nederlands.")
    assert note_text(note, "en").startswith("This text does not look Dutch.")
