"""Fingerprints of the handbook's source, so that the proofs on it run where its text is not.

The text of the source is not ours to copy. `python -m tools.handbook_proofs SOURCE` reads it and
writes tests/unit/handbook_source_proofs.json: the hash of every run of seven words, the hash of
every criterion, and how many bullets stand in each list. No word of the source is in that file.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tools import ROOT

PROOFS = ROOT / "tests/unit/handbook_source_proofs.json"
TOO_LONG = 7  # a run of this many words of the source is no longer our own wording
SHORT = 16  # hexadecimal figures of a hash: enough to tell a few thousand runs apart
# Where each list stands that our items follow one by one: its name, what is before it and after.
LISTS = {
    "pattern employer": ("### Als werkgever", "### Als beleidsmaker"),
    "pattern policy-maker": ("### Als beleidsmaker", "## Als dienstverlener"),
    "pattern service-provider": ("## Als dienstverlener", "## Stappenplan"),
    "council-value": ("Basiswaarden zoals:", "## Stap 5"),
    "leader-task": ("### Takenpakket voor leidinggevenden", "## Stap 6"),
    "process-question": ("naar de huidige situatie:", "Vervolgens kunnen"),
    "taskforce-condition": ("Aandachtspunten voor deze", "Een andere manier"),
    "training-kind": ("### Voorbeelden van trainingen", "Naast aparte"),
}
CRITERION = re.compile(r"^- ([✓✗]) \.{3,4} ?(.+)$", flags=re.MULTILINE)


def read_source(path: Path) -> str:
    """The text, from its title on."""
    text = path.read_text(encoding="utf-8")
    return text[text.index("# Voor gemeenten") :]


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", re.sub(r"<[^>]+>", "", text).lower())


def run_hashes(text: str) -> set[str]:
    """The hash of every run of seven words, whatever the capitals and the punctuation."""
    words = words_of(text)
    runs = (words[start : start + TOO_LONG] for start in range(len(words) - TOO_LONG + 1))
    return {fingerprint(" ".join(run))[:SHORT] for run in runs}


def copied(texts: Iterable[str], known: set[str], names: Sequence[str] = ()) -> list[str]:
    """The texts that hold a run of the source, apart from names that nobody can rephrase."""
    return [text for text in texts if any(run_hashes(part) & known for part in _parts(text, names))]


def _parts(text: str, names: Sequence[str]) -> list[str]:
    return re.split("|".join(map(re.escape, names)), text) if names else [text]


def fingerprint(text: str) -> str:
    """The hash of a text, letter for letter."""
    return hashlib.sha256(text.encode()).hexdigest()


def bullets(text: str, after: str, until: str) -> int:
    start = text.index(after) + len(after)
    return len(re.findall(r"^\s*- ", text[start : text.index(until, start)], flags=re.MULTILINE))


def criteria(text: str) -> dict[str, str]:
    """Our id of every criterion, and its first sentence as it stands in the source."""
    found: dict[str, str] = {}
    for sign, words in CRITERION.findall(text.replace("<sup>1</sup>", "")):
        letter = "W" if sign == "✓" else "N"
        number = sum(one.startswith(letter) for one in found) + 1
        found[f"{letter}{number:02d}"] = _first_sentence(words)
    return found


def _first_sentence(words: str) -> str:
    first = re.split(r"\.\s+(?=[A-Z])", words.strip())[0]
    return first.removesuffix(";") if words.rstrip().endswith(";") else first.removesuffix(".")


def proofs_of(text: str) -> dict[str, Any]:
    return {
        "lists": {name: bullets(text, *place) for name, place in LISTS.items()},
        "criteria": {one: fingerprint(words) for one, words in criteria(text).items()},
        "runs": sorted(run_hashes(text)),
    }


def read_proofs() -> dict[str, Any]:
    proofs: dict[str, Any] = json.loads(PROOFS.read_text(encoding="utf-8"))
    return proofs


def main(arguments: Sequence[str], target: Path = PROOFS) -> int:
    if len(arguments) != 1:
        print("python -m tools.handbook_proofs SOURCE")
        return 2
    proofs = proofs_of(read_source(Path(arguments[0])))
    target.write_text(json.dumps(proofs, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
