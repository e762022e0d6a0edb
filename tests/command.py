"""Call the command line as a user does, inside this process."""

import sys
from typing import NamedTuple

from waterpas.cli.main import run


class Outcome(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


def waterpas(capsys, monkeypatch, *words: object) -> Outcome:
    """`waterpas WORDS…`: exit code, standard output and standard error."""
    monkeypatch.setattr(sys, "argv", ["waterpas", *map(str, words)])
    try:
        run()
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return Outcome(code, out, err)
