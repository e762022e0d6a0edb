"""A letter as a document, with the table to fill in; and the layout that reads that table."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from waterpas.documents import Block, Bullets, Document, Facts, Paragraph, Table
from waterpas.errors import CallError
from waterpas.routebook.loader import book
from waterpas.routebook.model import Letter, Part, Words
from waterpas.routebook.table import check_choice, numbers_of
from waterpas.tallies.layouts import Layout, load_layout
from waterpas.texts import Language, mark, translate

MUNICIPALITY = Words("[naam van uw gemeente]", "[name of your municipality]")
GROUP = Words("[om wie het gaat]", "[whom it is about]")
# What a letter asks besides, in one sentence.
ASKS = {
    (): "",
    ("price", "time"): mark("Wilt u laten weten wat dit kost, en wanneer het klaar kan zijn?"),
    ("time",): mark("Wilt u laten weten wanneer wij antwoord kunnen verwachten?"),
}


@dataclass(frozen=True, slots=True)
class _Filled:
    """What fills the places of a letter, and in which language."""

    lang: Language
    fields: dict[str, str]
    layout: Layout | None

    def text(self, words: Words) -> str:
        return words.text(self.lang).format_map(self.fields)


def find_letter(name: str) -> Letter:
    """Give one letter; CallError with the names that there are."""
    letters = book().letters
    if name not in letters:
        raise CallError(
            mark("De brief '%(name)s' is er niet. Kies uit: %(known)s."),
            name=name,
            known=", ".join(letters),
        )
    return letters[name]


def letter(
    name: str,
    *,
    about: str = "residents",
    people: int | None = None,
    municipality: str = "",
    lang: Language = "nl",
) -> Document:
    """Write one letter; what only the sender knows stays between square brackets.

    Parameters
    ----------
    name
        The id of a letter, as a row of `routes()` names it.
    about
        Whom it is about: a code of the first question. It chooses the words and the table.
    people, municipality
        Fill their places in the text when they are given.

    Raises
    ------
    CallError
        There is no such letter, or `about` is none of the answers.
    """
    found = find_letter(name)
    check_choice("about", about)
    choice = book().chosen("about", about)
    sender = municipality or MUNICIPALITY.text(lang)
    fields = {
        **numbers_of(people, lang),
        "group": (choice.group or GROUP).text(lang),
        "municipality": sender,
    }
    layout = load_layout(choice.layout) if choice.layout else None
    filled = _Filled(lang, fields, layout)
    blocks = (*_head(found, filled), *_body(found, filled), *_end(found, lang))
    return Document(found.title.text(lang), lang, blocks)


def _head(found: Letter, filled: _Filled) -> Iterator[Block]:
    lang = filled.lang
    yield Facts(
        (
            (translate(mark("Aan"), lang), found.to.text(lang)),
            (translate(mark("Van"), lang), filled.fields["municipality"]),
            (translate(mark("Datum"), lang), translate(mark("[datum]"), lang)),
        )
    )
    yield Paragraph(translate(mark("Geachte heer, mevrouw,"), lang))


def _body(found: Letter, filled: _Filled) -> Iterator[Block]:
    for part in found.body:
        yield from _blocks(part, filled)


def _blocks(part: Part, filled: _Filled) -> Iterator[Block]:
    if part.text:
        yield Paragraph(filled.text(part.text))
    if part.items:
        yield Bullets(tuple(filled.text(one) for one in part.items))
    if part.is_table and filled.layout:
        yield table_of(filled.layout, filled.lang)
    if part.is_steps and filled.layout:
        yield Bullets(tuple(step.label[filled.lang] for step in filled.layout.steps))


def _end(found: Letter, lang: Language) -> Iterator[Block]:
    if asks := ASKS[found.asks]:
        yield Paragraph(translate(asks, lang))
    yield Paragraph(translate(mark("Met vriendelijke groet,"), lang))
    yield Paragraph(translate(mark("[naam en functie]\n[telefoonnummer of e-mailadres]"), lang))


def table_of(layout: Layout, lang: Language) -> Table:
    """The table to ask for, still empty. Names of rows and columns are those that are read."""
    blank = translate(mark("[aantal]"), lang)
    groups = [group.header for group in layout.groups]
    rows = [label for step in layout.steps for label in layout.rows[step.id]]
    return Table(
        caption=layout.called(lang),
        head=(layout.label_column, *groups),
        rows=tuple((label, *[blank] * len(groups)) for label in rows),
    )


def layout_names() -> tuple[str, ...]:
    """The layouts of the tables that the letters ask for."""
    return tuple(one.layout for one in book().asked("about").choices if one.layout)


def layout_text(name: str) -> str:
    """Give the YAML of one of these layouts; CallError with the names that there are."""
    if name not in layout_names():
        raise CallError(
            mark("De indeling '%(name)s' hoort bij geen brief. Kies uit: %(known)s."),
            name=name,
            known=", ".join(layout_names()),
        )
    folder = files("waterpas.tallies.layouts")
    return (folder / f"{name}.yaml").read_text(encoding="utf-8")
