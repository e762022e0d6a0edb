"""What is shown of a reading, whatever the form: chapters, parts, and passages with lines."""

from dataclasses import dataclass

Line = tuple[str, str]  # what it is, and the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage with its address, what must be known first, and what is asked about it.

    Each of `asked` is one question with what is said about it, line by line.
    """

    place: str = ""
    text: str = ""
    remark: str = ""
    asked: tuple[tuple[Line, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a chapter under its own heading."""

    title: str
    said: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One document.

    `brief` stands beside its name in the list of all. `dutch`: what is quoted from it is Dutch.
    """

    title: str
    brief: str = ""
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
