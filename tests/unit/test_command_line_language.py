"""The command line speaks one language at a time: Dutch, or English with --lang en."""

import re
from functools import partial

import click
import pytest

from tests.command import waterpas
from waterpas import texts
from waterpas.cli import demo
from waterpas.cli.main import COMMANDS, cli
from waterpas.cli.numbers import Number
from waterpas.texts import NoCatalogue, translate

HELP = [(), *[(name,) for name in COMMANDS]]
ENGLISH = r"\b(Usage|Options|Commands|OPTIONS|COMMAND|ARGS|Show|default|required|RANGE|DIRECTORY)\b"
NUMERIC = click.IntRange | click.FloatRange | type(click.INT) | type(click.FLOAT)
DUTCH = r"\b(Gebruik|Opties|Opdrachten|OPTIES|Laat|standaard|verplicht|Taal|GETAL|MAP|de|het|een)\b"


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.mark.parametrize("words", HELP, ids=" ".join)
def test_help_is_wholly_dutch(call, words):
    outcome = call(*words, "--help")

    assert outcome.code == 0
    assert outcome.out.startswith("Gebruik: waterpas")
    # What people must type stays as it is: names of options and values.
    assert re.findall(ENGLISH, outcome.out) == []


@pytest.mark.parametrize("words", HELP, ids=" ".join)
@pytest.mark.parametrize("order", [("--help", "--lang", "en"), ("--lang", "en", "--help")])
def test_help_is_wholly_english_when_asked(call, words, order):
    outcome = call(*words, *order)

    assert outcome.code == 0
    assert outcome.out.startswith("Usage: waterpas")
    assert re.findall(DUTCH, outcome.out) == []


def test_the_two_lists_of_words_do_find_the_other_language(call):
    """The planted fault: help of the one language, looked through for the other."""
    assert re.findall(DUTCH, call("demo", "--help").out)
    assert re.findall(ENGLISH, call("demo", "--help", "--lang", "en").out)


def test_english_does_not_stay_for_the_next_call(call):
    call("audit", "--help", "--lang", "en")

    assert "Kolom met de groepen." in call("audit", "--help").out


def test_a_language_before_the_command_is_that_of_the_command(call, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("groep,uitkomst,n\na,ja,50\na,nee,50\nb,ja,20\nb,nee,80\n")
    words = ("audit", path, "--outcome", "uitkomst=ja", "--across", "groep", "--count", "n")

    assert "Not for publication" in call("--lang", "en", *words).out
    assert "Niet voor publicatie" in call("--lang", "en", *words, "--lang", "nl").out


WRONG = {
    "De opdracht adit bestaat niet. Bedoelt u audit?": ("adit",),
    "De opdracht xyzzy bestaat niet.": ("xyzzy",),
    "Dit hoort er niet bij: y.": ("audit", "x", "y", "--outcome", "a", "--across", "b"),
    "Bij --across hoort een waarde.": ("chain", "x", "--across"),
    "Bij --quiet hoort geen waarde.": ("chain", "x", "--quiet=3"),
    "Deze waarde kan niet bij --level. Geef een getal van 0.8 tot en met 0.999.": (
        *("chain", "x", "--across", "b", "--level", "2"),
    ),
    "Deze waarde kan niet bij --rounded-to. Geef een heel getal vanaf 1.": (
        *("chain", "x", "--across", "b", "--rounded-to", "veel"),
    ),
    "Deze waarde kan niet bij --port. Geef een heel getal van 1 tot en met 65535.": (
        *("serve", "--port", "70000"),
    ),
    "Deze waarde kan niet bij --output. Noem een bestand, geen map.": (
        *("chain", "x", "--across", "b", "--output", "."),
    ),
    "Deze waarde kan niet bij --data. Noem een map, geen bestand.": ("serve", "--data", __file__),
    "Deze waarde kan niet bij --share. Geef een deel, zoals 10%, 0,1 of 0.1.": (
        *("power", "audit", "--share", "een tiende"),
    ),
    "Deze waarde kan niet bij --days. Geef een getal, zoals 12 of 0,5.": (
        *("power", "duration", "--days", "10%"),
    ),
    "Deze waarde kan niet bij --groups. Geef een heel getal.": ("power", "audit", "--groups", "x"),
}


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_call_is_one_dutch_sentence(call, sentence):
    outcome = call(*WRONG[sentence])

    assert outcome.code == 2
    assert outcome.err.startswith(sentence)
    assert outcome.err.count("\n") == 1


def numbers():
    """Every option of every command that takes a number."""
    context = click.Context(cli)
    for name in COMMANDS:
        for option in cli.get_command(context, name).params:
            if isinstance(option.type, Number | NUMERIC):
                yield name, max(option.opts, key=len)


@pytest.mark.parametrize(("command", "option"), list(numbers()))
def test_a_word_where_a_number_belongs_gets_no_english(call, command, option):
    first = {"power": ("audit",), "serve": (), "demo": (), "invite": ()}.get(command, ("x",))
    outcome = call(command, *first, option, "veel")

    assert outcome.code == 2
    assert outcome.err.startswith(f"Deze waarde kan niet bij {option}. Geef een ")
    assert "valid" not in outcome.err


def test_numbers_are_asked_in_many_places():
    assert {("power", "--share"), ("audit", "--level"), ("barometer", "--unmatched")} <= set(
        numbers()
    )


@pytest.fixture
def no_english(monkeypatch, tmp_path):
    monkeypatch.setattr(texts, "LOCALE", tmp_path)
    texts._catalogue.cache_clear()
    yield
    texts._catalogue.cache_clear()


def test_without_the_english_catalogue_it_says_how_to_get_it(call, no_english):
    outcome = call("handbook", "--lang", "en")

    assert outcome.code == 2
    assert outcome.err == (
        "The English texts of Waterpas are not there: run `make setup`, or reinstall waterpas.\n"
    )
    assert call("--help").code == 0


def test_without_the_english_catalogue_the_library_says_so_too(no_english):
    assert translate("verschil") == "verschil"
    with pytest.raises(NoCatalogue, match="make setup"):
        translate("verschil", "en")


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
    ],
)
def test_the_browser_opens_by_itself_only_where_there_is_a_screen(
    monkeypatch, platform, environment, seen
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)

    assert demo.has_display() is seen
