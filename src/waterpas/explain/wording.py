"""The words around a figure: who did it, to whom, with what outcome; out of what was asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from waterpas.errors import CallError
from waterpas.results import Chain, Comparison, GroupResult, Measured, Question
from waterpas.tallies.cells import UNKNOWN
from waterpas.texts import LANGUAGES, Language, mark, translate

Style = Callable[[str], str]
T = TypeVar("T")


def as_is(text: str) -> str:
    """No emphasis: plain text."""
    return text


def check_result(given: object) -> None:
    """Refuse what is no result: words and pictures are made of nothing else."""
    if not isinstance(given, Comparison | Chain | Measured):
        raise CallError(
            mark(
                "Geef een resultaat van waterpas.compare_groups(...) of waterpas.chain(...), geen "
                "%(kind)s."
            ),
            kind=type(given).__name__,
        )


def check_language(lang: str) -> None:
    """Refuse a language that there is none of."""
    if lang not in LANGUAGES:
        raise CallError(
            mark("De taal '%(lang)s' is er niet. Kies uit: %(languages)s."),
            lang=lang,
            languages=", ".join(LANGUAGES),
        )


UNITS = {
    "person": mark("mensen"),
    "application": mark("aanvragen"),
    "decision": mark("besluiten"),
    "job": mark("banen"),
    "other": mark("gevallen"),
    None: mark("rijen"),
}
COMPARED_WITH = {
    "level": mark("%(unit)s met %(group)s"),
    "everybody": mark("alle %(unit)s samen"),
    "everybody-else": mark("alle andere %(unit)s"),
}
COLUMNS = {
    "herkomst": mark("herkomst"),
    "onderdeel": mark("onderdeel"),
    # what a method adds to the columns of the table
    "variable": mark("kenmerk"),
    "cut-off": mark("grens"),
    "without": mark("zonder de punten van"),
}
ORIGINS = {  # as Statistics Netherlands writes them, in a column of that name
    "NL": mark("Nederland"),
    "Europa": mark("Europa"),
    "buiten Europa": mark("buiten Europa"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one comparison speaks, in one language. `strong` and `plain` style the parts."""

    comparison: Comparison
    lang: Language
    strong: Style = as_is
    plain: Style = as_is

    def say(self, template: str, **fields: str) -> str:
        """Fill a marked Dutch template, in the language asked for."""
        return translate(template, self.lang) % fields

    @property
    def question(self) -> Question:
        """What was asked of the table."""
        return self.comparison.question

    @property
    def organisation(self) -> str:
        """Who decided: the subject of every sentence."""
        default = translate(mark("de organisatie"), self.lang)
        return self.plain(self.question.organisation.get(self.lang, default))

    @property
    def unit(self) -> str:
        """Who was counted, in the plural: 'studenten', or only those out of an earlier step."""
        among = self.question.among.get(self.lang)
        if not among:
            return self.bare_unit
        return self.say(
            mark("%(unit)s uit de stap '%(step)s'"), unit=self.bare_unit, step=self.plain(among)
        )

    @property
    def bare_unit(self) -> str:
        """What one row stands for, in the plural."""
        default = translate(UNITS[self.question.row], self.lang)
        return self.plain(own_words(self.question.unit, self.lang) or default)

    @property
    def verb(self) -> tuple[str, str]:
        """What the organisation did, in two parts around the people it did it to.

        Said in Dutch only, an English sentence says 'gave ... the outcome', as the table calls it.
        """
        if parts := own_words(self.question.did, self.lang):
            return self.plain(parts[0]), self.plain(parts[1])
        outcome = translate(mark("de uitkomst '%(outcome)s'"), self.lang)
        return translate(mark("gaf"), self.lang), outcome % {
            "outcome": self.plain(self.outcome_name)
        }

    @property
    def outcome_name(self) -> str:
        """What the outcome is called: the step, or the column and value of the table."""
        written = self.comparison.outcome.replace("=", " = ")
        return self.question.called.get(self.lang, written)

    def column(self, column: str) -> str:
        """The name of a column."""
        own = self.question.labels.get(column, {}).get("", {}).get(self.lang)
        known = COLUMNS.get(column.casefold())
        return self.plain(own or (translate(known, self.lang) if known else column))

    def level(self, column: str, level: str) -> str:
        """The name of a group; the row of everybody, made for the comparison, has one too."""
        of_everybody = level == self.comparison.reference.kind == "everybody"
        if of_everybody and column == self.comparison.across:
            return translate(mark("iedereen"), self.lang)
        return label_of(self.question, column, level, self.lang)

    def named(self, column: str, level: str, *, strong: Style = as_is) -> str:
        """'herkomst buiten Europa': the column and the group.

        'wijk Noord' where the table says so itself, with the column in the language of the
        sentence; "'onbekend' als herkomst" of who is unknown.
        """
        name, called = self.column(column), self.level(column, level)
        if called == level and column != name and _names(column, level):
            called = self.level(column, level[len(column) + 1 :])
        shown = self.plain(called)
        if level == UNKNOWN:
            said = mark("%(level)s als %(column)s")
            return self.say(said, level=strong(f"'{shown}'"), column=name)
        if _names(name, shown):
            return strong(shown)
        return f"{name} {strong(shown)}"

    def group(self, result: GroupResult) -> str:
        """The group as it is named first, with emphasis."""
        across = self.comparison.across
        return self.named(across, result.group[across], strong=self.strong)

    def plain_group(self, result: GroupResult) -> str:
        """The same without emphasis, for where it is named again."""
        across = self.comparison.across
        return self.named(across, result.group[across])

    @property
    def compared_with(self) -> str:
        """With whom, in words: 'studenten met herkomst Nederland'."""
        reference, across = self.comparison.reference, self.comparison.across
        group = self.named(across, reference.level or "")
        return self.say(COMPARED_WITH[reference.kind], unit=self.unit, group=group)

    @property
    def within(self) -> str:
        """' (telkens binnen dezelfde groep van Dept)': where the reference is not everybody's."""
        names = ", ".join(self.column(column) for column in self.comparison.by)
        if not names:
            return ""
        return self.say(mark(" (telkens binnen dezelfde groep van %(columns)s)"), columns=names)

    def stratum(self, result: GroupResult) -> str:
        """'Dept A': the stratum this comparison was made in; empty when there is none."""
        return ", ".join(self.named(column, result.group[column]) for column in self.comparison.by)


def _names(column: str, level: str) -> bool:
    """Whether a level says itself of which column it is."""
    return level.casefold().startswith(f"{column.casefold()} ")


def own_words(said: Mapping[str, T], lang: Language) -> T | None:
    """What the caller said in this language; None when that is only the Dutch, written twice.

    A form asks once and keeps the answer under both languages.
    """
    words = said.get(lang)
    return None if lang == "en" and words == said.get("nl") else words


def label_of(question: Question, column: str, level: str, lang: Language) -> str:
    """The name of a level, in the language asked for; the level itself where it has no name."""
    labels: Mapping[str, Mapping[str, str]] = question.labels.get(column, {})
    known = ORIGINS.get(level) if column.casefold() == "herkomst" else None
    return labels.get(level, {}).get(lang) or (translate(known, lang) if known else level)


def capital(text: str) -> str:
    """The same text with a capital first."""
    return text[:1].upper() + text[1:]
