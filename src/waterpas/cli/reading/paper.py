"""What is shown of a reading, whatever the form: chapters, parts, and passages with lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage with its address, what must be known first, and what is asked and said about it."""

    place: str = ""
    text: str = ""
    remark: str = ""
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a chapter under its own heading."""

    title: str
    said: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One document. `dutch` says that what is quoted from it is Dutch."""

    title: str
    said: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    bullets: tuple[str, ...] = ()
    dutch: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole answer."""

    title: str
    said: tuple[str, ...]
    chapters: tuple[Chapter, ...]
