"""`--for council|public`: what goes further than one's own machine passes disclosure control."""

import json
import re
from functools import partial

import click
import pytest

from tests.command import waterpas
from waterpas import disclosure
from waterpas.cli.main import COMMANDS, cli
from waterpas.results import Measured

# In the last group seven people have the outcome: whoever knows them would find them.
ROWS = [
    ("NL", "x", 300, 200),
    ("NL", "y", 150, 250),
    ("EU", "x", 100, 150),
    ("EU", "y", 110, 90),
    ("klein", "x", 4, 1730),
    ("klein", "y", 3, 1427),
]
SMALL = re.compile(r"3[.,]?164\b")  # its people


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.fixture
def table(tmp_path):
    lines = ["groep,soort,uitkomst,n"]
    for group, kind, yes, no in ROWS:
        lines += [f"{group},{kind},ja,{yes}", f"{group},{kind},nee,{no}"]
    path = tmp_path / "tabel.csv"
    path.write_text("\n".join(lines))
    return path


def audit(table, *more):
    return ("audit", table, "--outcome", "uitkomst=ja", "--across", "groep", "--reference", "NL",
            "--count", "n", "--quiet", *more)  # fmt: skip


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
@pytest.mark.parametrize("circle", ["council", "public"])
def test_a_small_group_is_hidden_in_every_form(call, table, form, circle):
    inside = call(*audit(table, "--format", form)).out
    outcome = call(*audit(table, "--format", form, "--for", circle))

    assert SMALL.search(inside)
    assert outcome.code == 0
    assert not SMALL.search(outcome.out)
    assert "klein" in outcome.out
    assert "450" in outcome.out  # what may be shown still is


def test_above_it_stands_for_whom_it_is(call, table):
    assert call(*audit(table)).out.startswith("[Niet voor publicatie: kleine groepen")
    assert call(*audit(table, "--for", "council")).out.startswith("[Voor de raad: kleine groepen")
    assert call(*audit(table, "--for", "public")).out.startswith("[Voor iedereen: kleine groepen")
    english = call(*audit(table, "--for", "public", "--format", "json", "--lang", "en"))
    assert json.loads(english.out)["publication"].startswith("For everybody: small groups")


def test_where_nothing_is_left_nothing_is_written(call, tmp_path):
    source, target = tmp_path / "klein.csv", tmp_path / "uit.json"
    source.write_text("groep,uitkomst,n\nNL,ja,5\nNL,nee,6\nEU,ja,4\nEU,nee,3\n")
    outcome = call(*audit(source, "--for", "public", "--format", "json", "--output", target))

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Deze cijfers mogen niet naar buiten")
    assert not target.exists()


def test_two_outcomes_beside_each_other_never_go_out_together(call, tmp_path):
    """With two of three values of one column the third is what is left: here 3 people."""
    both = ("--outcome", "uitkomst=nee")
    source = tmp_path / "drie.csv"
    source.write_text(
        "groep,uitkomst,n\nNL,ja,80\nNL,nee,40\nNL,weg,30\nEU,ja,60\nEU,nee,50\nEU,weg,3\n"
    )

    assert call(*audit(source, *both)).code == 0
    refused = call(*audit(source, *both, "--for", "council"))
    assert (refused.code, refused.out) == (1, "")
    assert "Kies één --outcome" in refused.err


def test_another_circle_is_refused_in_one_sentence(call, table):
    outcome = call(*audit(table, "--for", "krant"))

    assert outcome.code == 2
    assert "Kies uit: council, public." in outcome.err


@pytest.fixture
def many(tmp_path):
    """One table in which every question can be asked."""
    head = "groep,soort,jaar,dagen,loon,wie,gekozen,buurt,deel,uitkomst,n"
    lines = [head]
    for at, (group, kind, yes, no) in enumerate(ROWS):
        for part in range(20):
            year, days, pay = 2020 + part % 4, 10 + 3 * part, 2500 + 37 * part + 11 * at
            chosen, area = ("ja", "nee")[part % 2], f"b{part % 10}"
            for outcome, n in (("ja", max(yes // 10, 1)), ("nee", max(no // 10, 1))):
                lines.append(
                    f"{group},{kind},{year},{days},{pay},w{part % 12},{chosen},{area},"
                    f"{part % 10 * 7 + 3},{outcome},{n}"
                )
    path = tmp_path / "alles.csv"
    path.write_text("\n".join(lines))
    return path


OUTCOME = ("--outcome", "uitkomst=ja")
GROUPS = ("--across", "groep", "--reference", "NL")
JUDGED = ("--judgement", "gekozen", "--judgement", "uitkomst")
CALLS = {
    "agreement": (*JUDGED, *GROUPS, "--purpose", "service"),
    "audit": (*OUTCOME, *GROUPS, "--given", "soort"),
    "combinations": (*OUTCOME, "--across", "groep", "--across", "soort"),
    "change": (*OUTCOME, *GROUPS, "--period", "jaar", "--from", "2022"),
    "area": (*OUTCOME, "--across", "buurt", "--share", "deel", "--counted", "everybody"),
    "deciders": (*OUTCOME, *GROUPS, "--decider", "wie", "--purpose", "service"),
    "duration": (*GROUPS, "--days", "dagen"),
    "pay": (*GROUPS, "--amount", "loon"),
    "profile": (*GROUPS, "--selected", "gekozen", "--found", "uitkomst=ja"),
}
TYPED = {"chain", "barometer"}  # of steps, and of percentages: tested on their own


def writing():
    """Every command that answers from a table of people: they can be put on record."""
    context = click.Context(cli)
    for name in COMMANDS:
        names = {each.name for each in cli.get_command(context, name).params}
        if "record" in names:
            yield name, "audience" in names


def test_every_command_about_people_can_be_asked_for_another_circle():
    assert {name for name, has in writing() if not has} == set()
    assert {name for name, has in writing() if has} == set(CALLS) | TYPED


@pytest.mark.parametrize("command", CALLS)
def test_every_method_goes_through_control_with_its_cells(call, many, monkeypatch, command):
    seen = []
    control = disclosure.release

    def watched(result, *, audience):
        seen.append((result, audience))
        return control(result, audience=audience)

    monkeypatch.setattr(disclosure, "release", watched)
    words = (command, many, *CALLS[command], *(() if command == "deciders" else ("--count", "n")))
    inside = call(*words, "--quiet", "--format", "json")
    outcome = call(*words, "--quiet", "--format", "json", "--for", "public")

    assert inside.code == 0, inside.err
    assert outcome.code in {0, 1}, outcome.err
    ((result, audience),) = seen
    assert isinstance(result, Measured)
    assert result.cells
    assert audience == "public"
    if outcome.code == 0:
        assert json.loads(outcome.out)["publication"].startswith("Voor iedereen")
        assert outcome.out != inside.out


def test_amounts_of_pay_are_rounded_before_they_go_out(call, many):
    words = ("pay", many, *CALLS["pay"], "--count", "n", "--quiet", "--format", "json")

    def notes(*more):
        return {each["code"] for each in json.loads(call(*words, *more).out)["notes"]}

    assert "amounts-rounded" in notes("--for", "council")
    assert "amounts-rounded" not in notes()
