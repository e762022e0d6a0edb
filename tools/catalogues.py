"""The English catalogues: `refresh` takes up new sentences, `check` says what is not right yet.

Dutch is the source language: a sentence in the code is its own key. Sentences that the library
marks (`mark`, gettext) go to waterpas.po; those of the platform and its templates to django.po.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract

from tools import ROOT

# As Babel takes them: which arguments are the sentence, its plural and its context.
Keywords = Mapping[str, Any]
GETTEXT: Keywords = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
MARK: Keywords = {"mark": None}
PLACE = re.compile(r"%\((\w+)\)")
METADATA = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


@dataclass(frozen=True, order=True)
class Sentence:
    """What gettext looks a text up by."""

    dutch: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True)
class Catalogue:
    path: Path
    sentences: frozenset[Sentence]


def catalogues(package: Path) -> list[Catalogue]:
    """Both catalogues, with the sentences that the code has now."""
    web = package / "web"
    python = sorted(package.rglob("*.py"))
    ours = [path for path in python if web not in path.parents]
    theirs = [path for path in python if web in path.parents]
    library = {*_in_python(ours, {**GETTEXT, **MARK}), *_in_python(theirs, MARK)}
    found = [_catalogue(package / "locale", "waterpas.po", library)]
    if theirs:
        platform = {*_in_python(theirs, GETTEXT), *_in_templates(web)}
        found.append(_catalogue(web / "locale", "django.po", platform))
    return found


def _catalogue(folder: Path, name: str, sentences: set[Sentence]) -> Catalogue:
    return Catalogue(folder / "en" / "LC_MESSAGES" / name, frozenset(sentences))


def _in_python(paths: list[Path], keywords: Keywords) -> Iterator[Sentence]:
    for path in paths:
        yield from sentences_in(path.read_text(encoding="utf-8"), keywords)


def _in_templates(web: Path) -> Iterator[Sentence]:
    from django.utils.translation.template import templatize

    for folder in sorted(web.rglob("templates")):
        for path in sorted(folder.rglob("*.*")):
            source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            # What is not a sentence is blanked out; what is left of it may not look indented.
            flat = "\n".join(line.lstrip() for line in source.splitlines())
            yield from sentences_in(flat, GETTEXT)


def sentences_in(source: str, keywords: Keywords) -> Iterator[Sentence]:
    for _, message, _, context in extract("python", io.BytesIO(source.encode()), keywords):
        dutch, plural = message if isinstance(message, tuple) else (message, "")
        if dutch:
            yield Sentence(dutch, plural, context or "")


def refresh(catalogue: Catalogue) -> None:
    """Write the catalogue anew: exactly the sentences in the code, with the English they had."""
    known = _entries(catalogue)
    file = polib.POFile(wrapwidth=100)
    file.metadata = METADATA
    for sentence in sorted(catalogue.sentences):
        file.append(known.get(sentence) or _new_entry(sentence))
    catalogue.path.parent.mkdir(parents=True, exist_ok=True)
    file.save(str(catalogue.path))


def _entries(catalogue: Catalogue) -> dict[Sentence, polib.POEntry]:
    if not catalogue.path.exists():
        return {}
    file = polib.pofile(str(catalogue.path))
    return {Sentence(e.msgid, e.msgid_plural, e.msgctxt or ""): e for e in file if not e.obsolete}


def _new_entry(sentence: Sentence) -> polib.POEntry:
    entry = polib.POEntry(msgid=sentence.dutch, msgctxt=sentence.context or None)
    if sentence.plural:
        entry.msgid_plural = sentence.plural
        entry.msgstr_plural = {0: "", 1: ""}
    if PLACE.search(sentence.dutch + sentence.plural):
        entry.flags.append("python-format")
    return entry


def problems(catalogue: Catalogue) -> list[str]:
    """One line per sentence that is missing, superfluous, without English, or filled wrongly."""
    entries = _entries(catalogue)
    found = [f"not in the catalogue: {s.dutch!r}" for s in catalogue.sentences - entries.keys()]
    found += [f"no longer in the code: {s.dutch!r}" for s in entries.keys() - catalogue.sentences]
    for sentence, entry in entries.items():
        if entry.fuzzy:
            found.append(f"fuzzy: {sentence.dutch!r}")
        elif not entry.translated():
            found.append(f"no English: {sentence.dutch!r}")
        elif _places(*_english(entry)) != _places(sentence.dutch, sentence.plural):
            found.append(f"other places to fill in English: {sentence.dutch!r}")
    return sorted(found)


def _english(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _places(*texts: str) -> set[str]:
    return {name for text in texts for name in PLACE.findall(text)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["refresh", "check"])
    task = parser.parse_args().task
    total = 0
    for catalogue in catalogues(ROOT / "src/waterpas"):
        if task == "refresh":
            refresh(catalogue)
        found = problems(catalogue)
        total += len(found)
        name = catalogue.path.relative_to(ROOT)
        print(f"{name}: {len(catalogue.sentences)} sentences, {len(found)} to do")
        print(*(f"  {line}" for line in found), sep="\n", end="\n" if found else "")
    return 1 if total and task == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
