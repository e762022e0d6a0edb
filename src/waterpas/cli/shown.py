"""What every command shows: its progress on stderr, its answer on the screen or in a file."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from waterpas.texts import Language, translate

Progress = Callable[[str, int, int | None], None]


def put(text: str, output: Path | None) -> None:
    """Write the answer to a file, whole or not at all; without a file it goes to the screen."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    from waterpas.tallies.written import write_whole  # the measuring side

    write_whole(output, text.encode())


class ProgressLine:
    """One line on stderr that says what is being done; silent when nobody watches."""

    def __init__(self, *, quiet: bool, lang: Language) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.lang = lang

    def __enter__(self) -> Progress:
        return self.show

    def __exit__(self, *_: object) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")

    def show(self, stage: str, done: int, total: int | None) -> None:
        """Say what is being done, and how far it is."""
        if not self.shown:
            return
        share = f" {100 * done // total}%" if total else ""
        sys.stderr.write(f"\r\x1b[K{translate(stage, self.lang)}{share}")
        sys.stderr.flush()
