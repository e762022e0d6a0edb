"""A folder of documents: what a human should scan first, why, and what was not read."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.unit.reading.folders import AREA, CHECKS, PLAIN, WORK, here, texts
from tests.unit.reading.making import docx, pdf_of, txt, zipped
from waterpas.reading import cards, read
from waterpas.reading.folders import GROUNDS, read_folder
from waterpas.reading.folders.found import Seen, from_plain, to_plain
from waterpas.reading.folders.grounds import THEMES, ground_text, grounds, in_order, order
from waterpas.reading.folders.listing import Job
from waterpas.reading.folders.one import look
from waterpas.reading.lexicon import load


@pytest.fixture(autouse=True)
def no_processes(monkeypatch):
    monkeypatch.setattr("waterpas.reading.folders.overview.outcomes", here)


def names(overview) -> list[str]:
    return [document.seen.name for document in overview.documents]


def whys(overview) -> dict[str, str]:
    return {file.name: file.why() for file in overview.not_read}


def seen(text: str, name: str = "nota") -> Seen:
    document = read(text, name=name)
    return Seen(
        name=name,
        stamp="",
        sha256=document.sha256,
        format=document.format,
        pages=None,
        notes=document.notes,
        grounds=grounds(document, cards(document)),
    )


def test_every_theme_of_the_lexicon_and_everything_absent_is_a_ground():
    asking = {pattern.theme for pattern in load().patterns if pattern.kind == "question"}

    assert asking == set(THEMES)
    assert {missing.id for missing in load().missing} < set(GROUNDS)
    assert all(ground_text(name, "nl") != ground_text(name, "en") for name in GROUNDS)


def test_the_ground_that_counts_first_wins_from_any_number_of_others():
    one, many = seen(CHECKS, "b"), seen("\n\n".join([AREA, WORK] * 9), "a")

    assert "checks" not in {ground.id for ground in many.grounds}
    assert [each.name for each in in_order([many, one])] == ["b", "a"]
    assert set(map(type, order(one))) == {bool}


def test_more_of_the_same_gives_no_other_place():
    assert order(seen(CHECKS)) == order(seen("\n\n".join([CHECKS] * 40)))


def test_what_is_present_never_takes_a_ground_of_a_passage_away():
    better = f"{CHECKS}\n\nEr is een vertrouwenspersoon en een gedragscode."

    passages = [ground.id for ground in seen(better).grounds if ground.passages]
    assert passages == [ground.id for ground in seen(CHECKS).grounds if ground.passages]


def test_naming_an_origin_changes_no_place():
    named = CHECKS.replace("wie een", "welke Turkse inwoner een")
    plain = CHECKS.replace("wie een", "welke inwoner een")
    without = {"no-group-named"}

    held = [{ground.id for ground in seen(text).grounds} - without for text in (named, plain)]
    assert held[0] == held[1]


def test_what_could_not_be_seen_is_a_ground_to_look():
    english = "The municipality decides who is checked and which of them have to show that. " * 9

    assert "partly-read" in {ground.id for ground in seen(english).grounds}


def test_an_outcome_survives_being_written_down():
    found = seen(f"# Kop\n\n{CHECKS}")

    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_the_documents_stand_in_order_with_passages_and_addresses(tmp_path):
    folder = texts(tmp_path / "map", a=PLAIN, b=WORK, c=CHECKS)
    overview = read_folder(folder)

    assert names(overview) == ["map/c.txt", "map/b.txt", "map/a.txt"]
    first = overview.documents[0].seen.grounds[0]
    assert (first.id, first.passages[0].sentence, first.more) == ("checks", CHECKS, False)
    assert first.passages[0].at.number == 1


def test_progress_says_how_many_documents_are_done(tmp_path):
    told = []
    texts(tmp_path / "map", a=PLAIN, b=WORK)
    read_folder(tmp_path / "map", progress=lambda *words: told.append(words))

    assert [(done, total) for _, done, total in told] == [(0, 2), (1, 2), (2, 2)]


def test_a_zip_gives_the_same_as_the_folder_it_was_made_of(tmp_path):
    folder = texts(tmp_path / "map", a=PLAIN, b=WORK, c=CHECKS)
    with zipfile.ZipFile(tmp_path / "map.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)

    zipped_names = names(read_folder(tmp_path / "map.zip"))
    assert zipped_names == ["map.zip/c.txt", "map.zip/b.txt", "map.zip/a.txt"]
    assert not list(tmp_path.glob("c.txt"))


def test_the_same_document_stands_there_once_with_its_other_names(tmp_path):
    folder = texts(tmp_path / "map", a=CHECKS, b=CHECKS)
    (document,) = read_folder(folder).documents

    assert (document.seen.name, document.also) == ("map/a.txt", ("map/b.txt",))


def test_two_folders_of_one_name_keep_their_documents_apart(tmp_path):
    texts(tmp_path / "een", a=CHECKS), texts(tmp_path / "twee", a=WORK)
    (tmp_path / "een").rename(tmp_path / "map")
    (tmp_path / "onder").mkdir()
    (tmp_path / "twee").rename(tmp_path / "onder/map")

    assert names(read_folder(tmp_path / "map", tmp_path / "onder/map")) == [
        "map/a.txt",
        "map (2)/a.txt",
    ]


def test_links_loops_hidden_files_pipes_and_archives_are_not_followed(tmp_path):
    folder = texts(tmp_path / "map", a=CHECKS)
    (folder / "rond").symlink_to(folder)
    (folder / "elders.txt").symlink_to("/etc/hostname")
    (folder / ".git").mkdir()
    (folder / ".git/geheim.txt").write_text(CHECKS)
    (folder / "~$nota.docx").write_text("x")
    os.mkfifo(folder / "pijp.txt")
    (folder / "oud.zip").write_bytes(zipped({"a.txt": CHECKS}))

    overview = read_folder(folder)

    assert names(overview) == ["map/a.txt"]
    assert sorted(whys(overview)) == ["map/elders.txt", "map/oud.zip", "map/pijp.txt", "map/rond"]
    assert "verwijzing naar een andere plek" in whys(overview)["map/rond"]
    assert "archief tussen de documenten" in whys(overview)["map/oud.zip"]
    assert sorted(overview.hidden) == ["map/.git", "map/~$nota.docx"]


def test_a_folder_that_may_not_be_opened_is_listed(tmp_path, monkeypatch):
    texts(tmp_path / "map", a=CHECKS)
    closed = texts(tmp_path / "map/dicht", b=CHECKS)
    scandir = os.scandir

    def guarded(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", guarded)
    assert "map/dicht kan niet worden gelezen" in whys(read_folder(tmp_path / "map"))["map/dicht"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rommel", "geen goed zip-archief"),
        (zipped({"a.txt": " " * (60 << 20)}), "uitgepakt te groot om veilig te openen"),
    ],
)
def test_an_archive_that_is_broken_or_swells_gets_one_sentence(tmp_path, content, said):
    (tmp_path / "map.zip").write_bytes(content)

    assert said in whys(read_folder(tmp_path / "map.zip"))["map.zip"]


def test_members_of_an_archive_that_cannot_be_read_are_listed(tmp_path, monkeypatch):
    monkeypatch.setattr("waterpas.reading.errors.LARGEST_MEMBER", 30_000)
    buffer = zipped({"a.txt": CHECKS, "b.pdf": "%PDF-1.7", "c.txt": "x" * 40_000, "../d.txt": WORK})
    (tmp_path / "map.zip").write_bytes(buffer)
    overview = read_folder(tmp_path / "map.zip")

    assert names(overview) == ["map.zip/a.txt", "map.zip/../d.txt"]
    assert sorted(whys(overview)) == ["map.zip/b.pdf", "map.zip/c.txt"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.zip"]


def test_a_name_with_control_signs_can_be_printed(tmp_path):
    folder = texts(tmp_path / "map")
    (folder / "a\x1b[31mb.txt").write_text(CHECKS)
    (folder / os.fsdecode(b"c\xff.txt")).write_text(WORK)

    assert names(read_folder(folder)) == ["map/a\ufffd[31mb.txt", "map/c?.txt"]


def test_a_fault_of_ours_with_one_document_is_said_and_stops_nothing(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise RecursionError

    monkeypatch.setattr("waterpas.reading.folders.one.cards", broken)
    path = texts(tmp_path / "m", a=WORK) / "a.txt"
    outcome = look(Job(name="a.txt", path=str(path), member=None, stamp="1"))

    assert "door een fout in Waterpas (RecursionError)" in outcome.why()


def test_a_word_document_and_a_pdf_are_read_with_their_pages(tmp_path):
    folder = texts(tmp_path / "map")
    (folder / "a.docx").write_bytes(docx())
    (folder / "b.pdf").write_bytes(pdf_of([[(60, 700, 10, "Inleiding.")], [(60, 700, 10, CHECKS)]]))
    (folder / "c.md").write_bytes(txt())
    overview = read_folder(folder)

    by_name = {document.seen.name: document.seen for document in overview.documents}
    assert by_name["map/b.pdf"].pages == 2
    assert by_name["map/b.pdf"].grounds[0].passages[0].at.page == 2
