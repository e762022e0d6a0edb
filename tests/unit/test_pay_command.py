"""`waterpas pay`: as a user calls it."""

import json
import re

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED


@pytest.fixture
def table(tmp_path):
    """Lower scales and fewer promotions for A; amounts with a comma, as a spreadsheet has them."""
    lines = ["groep;schaal;jaren;loon;hogere schaal;weg;n"]
    for group, counts in (("A", (60, 30, 10)), ("B", (40, 80, 80))):
        for scale, n in zip((5, 7, 9), counts, strict=True):
            for year in range(4):
                for up, part in (("ja", 1 if group == "A" else 3), ("nee", 9)):
                    loon = f"{2000 + 100 * scale + 50 * year},50"
                    gone = "ja" if year == 0 else "nee"
                    lines.append(f"{group};S{scale};{year};{loon};{up};{gone};{n * part // 10}")
    path = tmp_path / "loon.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


CALL = ("--amount", "loon", "--across", "groep", "--reference", "B", "--count", "n", "--quiet")


def test_the_gap_stands_beside_what_remains_in_the_same_scale(capsys, monkeypatch, table):
    asked = ("--scale", "schaal", "--given", "jaren", "--moved-up", "hogere schaal")
    out = waterpas(capsys, monkeypatch, "pay", table, *CALL, *asked, "--left", "weg=ja")

    assert out.code == 0, out.err
    assert "minder dan mensen met groep B" in out.out
    assert "Bij gelijke schaal en jaren" in out.out
    assert "krijgen minder vaak een hogere schaal" in out.out
    assert "vertrekken" in out.out
    assert "Niet voor publicatie" in out.out


def test_json_follows_its_schema_and_english_is_english(capsys, monkeypatch, table):
    out = waterpas(
        *(capsys, monkeypatch, "pay", table, *CALL),
        *("--scale", "schaal", "--format", "json", "--lang", "en"),
    )
    found = json.loads(out.out)

    jsonschema.validate(found, MEASURED)
    assert found["method"] == "pay"
    assert "On average people with groep A earn less" in found["sentence"]


def test_in_percent_where_asked(capsys, monkeypatch, table):
    out = waterpas(capsys, monkeypatch, "pay", table, *CALL, "--measure", "log")

    assert out.code == 0
    assert re.search(r"Het verschil is [0-9,]+%\. Waarschijnlijk ligt het tussen", out.out)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--scale", "trap"), "trap"),
        (("--step", "jaren"), "Noem ook de kolom met de schaal"),
        (("--reference", "everybody"), "één groep"),
        (("--moved-up", "jaren"), "precies twee waarden"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_2(capsys, monkeypatch, table, more, said):
    out = waterpas(capsys, monkeypatch, "pay", table, *CALL, *more)

    assert out.code == 2
    assert said in out.err
    assert out.err.count("\n") == 1


def test_an_amount_is_never_taken_for_a_total(capsys, monkeypatch, tmp_path):
    path = tmp_path / "loon.csv"
    path.write_text(
        "groep,loon,n\nA,2500,14\nA,2700,30\nA,3000,16\nB,2500,48\nB,2700,100\nB,3000,52"
    )
    out = waterpas(capsys, monkeypatch, "pay", path, *CALL)

    assert out.code == 0, out.err
    assert "som van andere" not in out.err


def test_help_offers_only_what_pay_takes(capsys, monkeypatch):
    out = waterpas(capsys, monkeypatch, "pay", "--help")

    assert "--reference" in out.out
    assert "everybody" not in out.out
    assert "everybody" in waterpas(capsys, monkeypatch, "audit", "--help").out


def test_the_same_column_twice_is_said_to_be_chosen_twice(capsys, monkeypatch, table):
    out = waterpas(capsys, monkeypatch, "pay", table, *CALL, "--scale", "loon")

    assert out.code == 2
    assert "U koos de kolom 'loon' twee keer" in out.err


def test_one_person_is_said_as_one(capsys, monkeypatch, table):
    table.write_text(table.read_text() + "\nA;S5;0;onbekend;ja;ja;1\nA;S5;0;veel;ja;ja;1")
    out = waterpas(capsys, monkeypatch, "pay", table, *CALL)

    assert "Van één mens staat er geen bedrag" in out.out
    assert "Bij één mens staat in" in out.out
    assert "1 mensen" not in out.out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Alleen al door afronden of verbergen kan het tussen"),
        ("en", "Rounding or hiding alone already leaves anything between"),
    ],
)
def test_rounded_and_hidden_counts_have_bounds_of_their_own(
    capsys, monkeypatch, tmp_path, lang, said
):
    lines = ["groep;schaal;loon;n"]
    for group, counts in (("A", (60, 30, "x")), ("B", (60, 120, 120))):
        for scale, amount, n in zip((5, 7, 9), (2500, 3100, 4000), counts, strict=True):
            lines.append(f"{group};S{scale};{amount};{n}")
    path = tmp_path / "loon.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    asked = ("--scale", "schaal", "--rounded-to", "5", "--lang", lang)
    out = waterpas(capsys, monkeypatch, "pay", path, *CALL, *asked)

    assert out.code == 0, out.err
    assert said in out.out
