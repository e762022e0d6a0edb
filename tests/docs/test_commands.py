"""Every command and every option stands in the manual."""

import re

import click
import pytest

from tools import ROOT
from waterpas.cli.main import cli

PAGE = ROOT / "docs/opdrachtregel.md"


def commands(group: click.Group) -> dict[str, click.Command]:
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}


def sections(text: str) -> dict[str, str]:
    """What stands below each heading that names a command: ## waterpas audit."""
    parts = re.split(r"^#+ `?waterpas ([a-z-]+).*$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def missing(group: click.Group, text: str) -> list[str]:
    """Commands without a heading, and options that their part does not name."""
    found, parts = [], sections(text)
    for name, command in commands(group).items():
        if name not in parts:
            found.append(name)
            continue
        for option in command.params:
            for word in (*option.opts, *option.secondary_opts):
                if word.startswith("--") and not re.search(rf"{word}(?![\w-])", parts[name]):
                    found.append(f"{name} {word}")
    return found


def superfluous(group: click.Group, text: str) -> list[str]:
    return sorted(set(sections(text)) - set(commands(group)))


def test_every_command_and_option_is_in_the_manual():
    assert missing(cli, PAGE.read_text(encoding="utf-8")) == []


def test_the_manual_names_no_command_that_is_not_there():
    assert superfluous(cli, PAGE.read_text(encoding="utf-8")) == []


def shared_options(text: str) -> dict[str, dict[str, bool]]:
    """The table of shared options: per command, whether it knows each of them."""
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in text.partition("## waterpas")[0].splitlines()
        if line.startswith("|") and not line.startswith("|-")
    ]
    names, options = rows[0][2:], rows[1:]
    assert {cell for row in options for cell in row[2:]} == {"ja", "nee"}
    return {name: {row[0]: row[2 + at] == "ja" for row in options} for at, name in enumerate(names)}


def test_the_table_of_shared_options_has_a_column_for_every_command():
    assert list(shared_options(PAGE.read_text(encoding="utf-8"))) == list(commands(cli))


@pytest.mark.parametrize("name", commands(cli))
def test_the_table_of_shared_options_says_what_the_command_knows(name):
    said = shared_options(PAGE.read_text(encoding="utf-8"))[name]
    known = {word for option in commands(cli)[name].params for word in option.opts}

    assert said == {option: option in known for option in said}


def test_an_option_that_several_commands_share_stands_in_that_table():
    known = [{word for o in each.params for word in o.opts} for each in commands(cli).values()]
    in_table = set(next(iter(shared_options(PAGE.read_text(encoding="utf-8")).values())))

    assert {"--format", "--lang", "--output", "--quiet", "--engine", "--record"} <= in_table
    assert {word for words in known for word in words} >= in_table


@pytest.mark.parametrize("name", sorted(commands(cli)))
def test_every_command_and_option_has_help(name):
    command = commands(cli)[name]

    assert command.help
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_what_is_missing_is_found():
    planted = click.Group("waterpas")
    options = [click.Option(["--across"]), click.Option(["--across-all/--across-none"])]
    planted.add_command(click.Command("audit", params=options))
    planted.add_command(click.Command("serve"))

    text = "## waterpas audit\n\nMet `--across-all` alles.\n\n## `waterpas gone`\n"

    assert missing(planted, text) == ["audit --across", "audit --across-none", "serve"]
    assert superfluous(planted, text) == ["gone"]
