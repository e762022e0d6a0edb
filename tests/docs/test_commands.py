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
