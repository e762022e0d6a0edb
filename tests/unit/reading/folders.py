"""Folders of texts for the tests, and reading them without starting processes."""

from pathlib import Path

from waterpas.reading.folders.one import look

CHECKS = "De dienst kiest met een risicoprofiel wie een controle krijgt."
AREA = "In achterstandswijken komt de dienst vaker langs, per postcodegebied."
WORK = "Een kandidaat moet passen in het team."
PLAIN = "Het loket is open van negen tot vijf."


def texts(folder: Path, **named: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in named.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def here(jobs, **_):
    """What the processes do, in this one: much quicker for a handful of texts."""
    for job in jobs:
        yield job, look(job)
