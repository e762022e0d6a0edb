"""The register of variables in risk profiles: why a source says that one is not usable."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from waterpas.frozen import Deep

FILE = Path(__file__).with_name("profile_variables.yaml")


@dataclass(frozen=True, slots=True)
class Reason(Deep):
    """A reason for or against using a variable. Dutch and English."""

    id: str
    text: Mapping[str, str]
    source: str
    usable: bool = False


@dataclass(frozen=True, slots=True)
class Variable(Deep):
    """A variable in the register: what a source advised on it, in its own context.

    `words`: by which a column is recognised. `reasons` are ids of reasons.
    """

    id: str
    label: Mapping[str, str]
    words: tuple[str, ...]
    usable: bool
    reasons: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Register(Deep):
    """All variables, reasons and sources, by id."""

    variables: Mapping[str, Variable]
    reasons: Mapping[str, Reason]
    sources: Mapping[str, Mapping[str, str]]

    def find(self, column: str) -> Variable | None:
        """The item that a column looks like; None: the register does not know it.

        The longest of the words that stand in the name decides. It is a guess by name only.
        """
        name = f" {column.casefold().replace('_', ' ').replace('-', ' ')} "
        known = [
            (len(word), each)
            for each in self.variables.values()
            for word in each.words
            if f" {word.replace('-', ' ')} " in name
        ]
        return max(known, key=lambda pair: pair[0])[1] if known else None


@cache
def profile_variables() -> Register:
    """The register that ships with Waterpas."""
    plain = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    reasons = {each["id"]: _reason(each) for each in plain["reasons"]}
    variables = {each["id"]: _variable(each) for each in plain["variables"]}
    return Register(variables, reasons, plain["sources"])


def _reason(plain: Mapping[str, object]) -> Reason:
    return Reason(
        id=str(plain["id"]),
        text={lang: str(plain[lang]) for lang in ("nl", "en")},
        source=str(plain["source"]),
        usable=bool(plain.get("usable", False)),
    )


def _variable(plain: Mapping[str, object]) -> Variable:
    return Variable(
        id=str(plain["id"]),
        label={lang: str(plain[lang]) for lang in ("nl", "en")},
        words=tuple(_texts(plain["words"])),
        usable=bool(plain["usable"]),
        reasons=tuple(_texts(plain["reasons"])),
        source=str(plain["source"]),
    )


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
