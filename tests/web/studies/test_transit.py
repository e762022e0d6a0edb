"""A file on its way between two pages: unreadable on disk, and gone in time."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from waterpas.errors import InputError
from waterpas.tallies.build import tally
from waterpas.web.studies import transit
from waterpas.web.studies.transit import drop, empty, open_path, put, sweep, take
from waterpas.web.ui.carried import LARGEST, Carried, safe_name

CONTENT = b"groep;uitkomst\nA;ja\nB;nee\n"
GONE = "Het bestand is er niet meer"


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA = tmp_path
    return tmp_path


def waiting(data: Path) -> list[Path]:
    return list((data / "transit").iterdir())


@pytest.mark.parametrize("name", ["tabel.csv", "één tabel – nieuw.xlsx", ""])
def test_what_was_put_is_taken_as_often_as_asked(name):
    ticket = put(name, CONTENT)

    assert take(ticket.token) == take(ticket.token) == Carried(name, CONTENT)


def test_what_goes_beside_a_file_comes_back_with_it():
    ticket = put("tabel.csv", CONTENT, beside=b"cijfers van elders")

    assert take(ticket.token) == Carried("tabel.csv", CONTENT, b"cijfers van elders")


def test_on_disk_it_is_unreadable_and_for_its_owner_only(data):
    ticket = put("tabel.csv", CONTENT)
    (file,) = waiting(data)
    blob = file.read_bytes()

    assert b"groep" not in blob
    assert b"tabel" not in blob
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    number, _, key = ticket.token.partition(":")[0].partition(".")
    assert file.name == number
    assert key.encode() not in blob


def test_the_same_file_twice_is_two_files_with_two_keys(data):
    first, second = put("tabel.csv", CONTENT), put("tabel.csv", CONTENT)
    one, other = (file.read_bytes() for file in waiting(data))

    assert one != other
    drop(first.token)
    assert take(second.token).content == CONTENT


def test_what_was_dropped_is_gone(data):
    token = put("tabel.csv", CONTENT).token
    drop(token)
    drop(token)

    assert waiting(data) == []
    with pytest.raises(InputError, match=GONE):
        take(token)


@pytest.mark.parametrize("token", ["", "x", "a.b:c:d", "../../secret-key.AAAA:1:x"])
def test_a_ticket_of_somebody_else_gives_nothing(data, token):
    put("tabel.csv", CONTENT)
    with pytest.raises(InputError, match=GONE):
        take(token)
    drop(token)

    assert len(waiting(data)) == 1


def test_the_key_of_one_file_does_not_open_another(data):
    first, second = put("een.csv", CONTENT), put("twee.csv", CONTENT)
    numbers = [ticket.token.partition(".")[0] for ticket in (first, second)]
    (data / "transit" / numbers[0]).replace(data / "transit" / numbers[1])

    with pytest.raises(InputError, match=GONE):
        take(second.token)


@pytest.mark.parametrize("change", [lambda b: b[:-1], lambda b: b"", lambda b: b"x" + b[1:]])
def test_a_file_that_was_changed_on_disk_is_refused(data, change):
    token = put("tabel.csv", CONTENT).token
    (file,) = waiting(data)
    file.write_bytes(change(file.read_bytes()))

    with pytest.raises(InputError, match=GONE):
        take(token)


def test_after_two_hours_a_ticket_is_over(monkeypatch):
    token = put("tabel.csv", CONTENT).token
    monkeypatch.setattr(transit, "KEPT", timedelta(seconds=-1))

    with pytest.raises(InputError, match="hoogstens twee uur"):
        take(token)


def test_sweeping_removes_what_is_older_than_two_hours(data):
    now = datetime(2027, 3, 21, 12, tzinfo=UTC)
    for minutes in (119, 121):
        file = data / "transit" / put("tabel.csv", CONTENT).token.partition(".")[0]
        made = (now - timedelta(minutes=minutes)).timestamp()
        os.utime(file, (made, made))
        file.rename(file.with_name(f"{minutes}"))
    sweep(now)

    assert [file.name for file in waiting(data)] == ["119"]


def test_who_brings_a_file_sweeps_first(data):
    put("oud.csv", CONTENT)
    os.utime(waiting(data)[0], (0, 0))
    put("nieuw.csv", CONTENT)

    assert len(waiting(data)) == 1


def test_at_the_start_everything_goes(data):
    put("tabel.csv", CONTENT)
    empty()

    assert waiting(data) == []


def test_a_file_above_the_limit_is_refused_with_the_limit_in_the_sentence(data):
    with pytest.raises(InputError, match=r"^groot\.csv is groter dan 50 MB\."):
        put("groot.csv", bytes(LARGEST + 1))

    assert not (data / "transit").exists()


def test_a_full_disk_leaves_no_half_file(data, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    empty()
    monkeypatch.setattr(transit.os, "fdopen", full)
    with pytest.raises(InputError, match="geen plaats"):
        put("tabel.csv", CONTENT)

    assert waiting(data) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("tabel.csv", CONTENT), ("tabel.csv", "groep;uitkomst\nA;één\nB;nee".encode("cp1252"))],
)
def test_the_library_reads_it_from_memory(name, content):
    with open_path(take(put(name, content).token)) as path:
        assert path.name == name
        assert path.is_symlink()
        assert len(tally(path, by="groep").cells) == 2
    assert not path.is_symlink()


def test_a_large_file_is_in_memory_whole():
    content = os.urandom(1 << 20) * 8
    with open_path(Carried("tabel.csv", content)) as path:
        assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("tabel.csv", "tabel.csv"),
        ("map/tabel.csv", "tabel.csv"),
        ("C:\\map\\tabel.csv", "tabel.csv"),
        ("..", "bestand"),
        ("", "bestand"),
        ("a\0b\n.csv", "ab.csv"),
        ("é" * 200 + ".xlsx", "é" * 60 + ".xlsx"),
    ],
)
def test_every_name_becomes_one_that_a_disk_takes(name, safe):
    assert safe_name(name) == safe
