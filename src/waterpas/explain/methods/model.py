"""What a method is to people: a question in plain words, what it asks, and how it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from waterpas.explain.wording import Style, Wording
from waterpas.results import Answer, Figure, Measured, ReferenceKind
from waterpas.tallies.tally import Tally
from waterpas.texts import Language, mark

Kind = Literal["column", "columns", "amounts", "level", "choice", "number"]
Settings = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that is chosen besides the groups and whom they are compared with.

    `name` is the keyword of the measuring function. `kind`: a column of the table, some columns, a
    column of numbers (amounts, days), a level of the column that ask `of` chose, one of `options`
    (value and words), or a number. `help` gives the default and its reason. `first`: among the
    first choices, of which a form shows three: those that it could not guess; else it stands under
    "meer instellingen". `default` is a value of `options`, or a number. `looks`: whether a column
    (or a level) of this name is the one that is asked for, so that a form chooses it beforehand.
    `with_of`: a level that must be chosen once column `of` is. `same_as`: a column with the same
    levels as that of ask `same_as`, where names say nothing. `fits`: whether a column with these
    levels can be the one that a level is asked of; a form offers the levels of no other.
    `apart_from`: it cannot be a column that ask `apart_from` chose.
    """

    name: str
    kind: Kind
    label: str
    help: str
    first: bool = True
    required: bool = True
    of: str = ""
    options: tuple[tuple[str, str], ...] = ()
    default: str | float | None = None
    lowest: float | None = None
    highest: float | None = None
    looks: Callable[[str], bool] | None = None
    with_of: bool = False
    same_as: str = ""
    fits: Callable[[Iterable[str]], bool] | None = None
    apart_from: str = ""


class Speaking(Protocol):
    """What speaks for a result: see `measured.speaking.Speaker`."""

    @property
    def result(self) -> Measured:
        """The result."""

    @property
    def lang(self) -> Language:
        """In which language."""

    @property
    def plain(self) -> Style:
        """How a text of the caller is made safe."""

    @property
    def wording(self) -> Wording:
        """The words around a figure."""

    def ends(self, figure: Figure | None) -> tuple[str, str]:
        """Both ends of the interval of a figure, as they are written."""

    def ends_said(self, figure: Figure | None) -> tuple[str, str]:
        """The same as a sentence says them: a difference with more or fewer, without a sign."""

    def say(self, dutch: str, **fields: str) -> str:
        """A marked Dutch sentence with its fields, in the language asked for."""

    def about(self, of: Mapping[str, str]) -> str:
        """About whom, in words."""

    def called(self, figure: Figure) -> str:
        """What a figure is called."""

    def value(self, figure: Figure | None) -> str:
        """A figure without its unit."""

    def said(self, figure: Figure | None) -> str:
        """The same as a sentence says it: a difference with as few decimals as its ends."""

    def ends_signed(self, figure: Figure | None) -> tuple[str, str]:
        """Both ends as a sentence says them, of a difference with their sign."""

    def size(self, figure: Figure) -> str:
        """How large a difference is, per 1,000 and without its sign."""

    def with_unit(self, figure: Figure) -> str:
        """A figure with its unit."""

    def interval(self, figure: Figure) -> str:
        """Both ends of its interval."""


def as_counted(tally: Tally, settings: Settings) -> Tally:
    """The counts as they are: nothing has to happen before they are kept."""
    return tally


@dataclass(frozen=True, slots=True)
class Listed:
    """The numbers that a picture draws, as a table: the heads of its columns, and rows of text."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_chosen(settings: Settings) -> Settings:
    """What was chosen as it is: no column is called after somebody."""
    return settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method with all its words, in marked Dutch. On screen it has a question, never a name.

    `measure` is called with the tally, `across`, `reference`, `level` and what `asks` chose.
    `answers` has a sentence per code; `figures` what each figure is called in the table; `unsaid`
    and `notes` a sentence per code; `method_note` how it is computed: only there stand the names
    of methods. Every sentence may use the fields of `measured.speaking.Speaker`, and those that
    `words` adds. `aside` are figures that stand with the method note, not in the table. `drawn`
    are the figures (differences or ratios) that get a spirit level; `picture` draws something
    else, as a whole SVG, and `listed` gives what it draws as a table. `prepare` changes the counts
    before they are kept: it takes out what may never be kept, or refuses counts of which nothing
    may be shown; `nameless` is what was chosen without names of columns that may never be kept, as
    `prepare` calls those. `leads_to` is where a reader goes next: a name that the platform knows
    ("decision-points"). `references` are whom the groups can be compared with: a form offers no
    other; with none it asks for none. `outcome`: whether it counts how many people have a yes/no
    outcome; else none is asked. `groups` is how the column with the groups is asked for, where they
    are no groups of people but places: then there may be many of them. `step` is how the step is
    asked for that is the outcome, where a table with steps will do. `together` is how all rows
    together are called, where it can do without groups; empty: it cannot. `typed`: its few figures
    are typed in, on a page of their own. `always`: its intervals are bounds that always hold, so no
    level is said of them; or it has none. `percents`: its source gave percentages, and so does the
    table. `of_people`: it tells what people have, whatever one row of the table is. `matters` are
    the figures of the first table, where there are many: then the others, the notes (but where they
    are part of the answer: `open_notes`) and all but the first answers are folded. `of_answers`: of
    those only the figures about whom something is said; `others` heads the rest. `periods` is the
    setting that names a column of periods: figures about one period stand in a table of their own,
    a row each. `named` says about whom a figure is, where that is no group of people.
    `asks` is empty for what starts from no table (see `PLANS`).
    """

    id: str
    question: str
    about: str
    needs: str
    asks: tuple[Ask, ...]
    measure: Callable[..., Measured]
    answers: Mapping[str, str]
    figures: Mapping[str, str]
    unsaid: Mapping[str, str]
    method_note: str
    notes: Mapping[str, str] = field(default_factory=dict)
    aside: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    of_answers: bool = False
    others: str = mark("De andere cijfers")
    periods: str = ""
    open_notes: bool = False
    drawn: tuple[str, ...] = ()
    words: Callable[[Answer, Speaking], Mapping[str, str]] | None = None
    picture: Callable[[Speaking], str] | None = None
    listed: Callable[[Speaking], Listed | None] | None = None
    named: Callable[[Mapping[str, str], Language], str] | None = None
    prepare: Callable[[Tally, Settings], Tally] = as_counted
    nameless: Callable[[Settings], Settings] = as_chosen
    leads_to: str = ""
    references: tuple[ReferenceKind, ...] = ("level", "everybody", "everybody-else")
    outcome: bool = True
    groups: Ask | None = None
    step: Ask | None = None
    together: str = ""
    typed: bool = False
    always: bool = False
    percents: bool = False
    of_people: bool = False

    def columns(self, settings: Settings) -> tuple[str, ...]:
        """The columns of the table that these settings name, each once."""
        found: list[str] = []
        for ask in self.asks:
            chosen = settings.get(ask.name)
            if ask.kind in {"column", "amounts"} and isinstance(chosen, str):
                found.append(chosen)
            if ask.kind == "columns" and isinstance(chosen, tuple | list):
                found += map(str, chosen)
        return tuple(dict.fromkeys(found))
