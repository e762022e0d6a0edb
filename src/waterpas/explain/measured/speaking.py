"""The words and numbers that the sentences of a method are filled with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from waterpas.explain.methods import Method, method_of
from waterpas.explain.methods.hidden import HIDDEN, groups_hidden
from waterpas.explain.numbers import (
    MINUS,
    POINTS,
    decimal,
    ends_apart,
    in_percents,
    is_coarse,
    joined,
    people_of,
    per_thousand,
    percent,
    places_apart,
    places_said,
    points,
    signed_in_words,
    times,
    whole,
)
from waterpas.explain.wording import Style, Wording, as_is
from waterpas.results import ALWAYS, Answer, Comparison, Figure, Interval, Measured, Reference
from waterpas.texts import Language, mark, translate

UNITS = {
    "rate": mark("%(value)s van elke 1.000"),
    "difference": mark("%(value)s per 1.000"),
    "ratio": mark("%(value)s keer"),
    "share": "%(value)s",
    "people": "%(value)s",
    "amount": mark("€ %(value)s"),
    "days": mark("%(value)s dagen"),
    "number": "%(value)s",
}
EVERYBODY = mark("iedereen samen")
NOT_SHOWN = mark("niet getoond")
NO_VALUE = mark("niet te zeggen")
FORMS = ("", "_low", "_high", "_size", "_way", "_count")  # of a figure, in a sentence
SMALLEST = 0.0001
MORE, LESS = mark("vaker"), mark("minder vaak")
MORE_PEOPLE, FEWER = mark("meer"), mark("minder")
ONE_POINT = mark("1 procentpunt")
SAME = mark("na afronding ook %(value)s")
BELOW = mark("kleiner dan %(least)s")


@dataclass(frozen=True)
class Speaker:
    """How one result of a method speaks, in one language."""

    result: Measured
    lang: Language
    strong: Style = as_is
    plain: Style = as_is

    @cached_property
    def method(self) -> Method:
        """The method, with its words."""
        return method_of(self.result.method)

    @cached_property
    def wording(self) -> Wording:
        """The words around a figure: who decided, about whom, with what outcome."""
        result, question = self.result, self.result.question
        if self.method.of_people:
            question = replace(question, row="person")
        return Wording(
            Comparison(
                across=result.across,
                by=(),
                reference=result.reference or Reference("everybody", None),
                outcome=result.outcome,
                groups=(),
                level=result.level,
                family=result.family,
                sources=result.sources,
                question=question,
            ),
            self.lang,
            self.strong,
            self.plain,
        )

    def say(self, dutch: str, **fields: str) -> str:
        """A marked Dutch sentence with its fields, in the language asked for."""
        return translate(dutch, self.lang) % fields

    def about(self, of: Mapping[str, str]) -> str:
        """'herkomst buiten Europa', or with more columns all of them; 'iedereen samen'."""
        if self.method.named is not None:
            return self.method.named(of, self.lang)
        return self._named(of) or translate(EVERYBODY, self.lang)

    def _named(self, of: Mapping[str, str]) -> str:
        words = self.wording
        parts = [
            words.named(column, level, strong=self.strong)
            for column, level in sorted(of.items(), key=lambda each: self._place(each[0]))
        ]
        return ", ".join(parts)

    def _place(self, column: str) -> int:
        """Where a column was named: the groups first. A database may keep them in another order."""
        asked = self.result.asked.values()
        listed = [each for value in asked if isinstance(value, tuple) for each in value]
        named = [self.result.across, *listed]
        return named.index(column) if column in named else len(named)

    def called(self, figure: Figure) -> str:
        """What a figure is called in the table; a plan may have another name for its design."""
        names = self.method.figures
        own = f"{self.result.asked.get('design', '')}-{figure.name}"
        return translate(names.get(own) or names[figure.name], self.lang)

    def value(self, figure: Figure | None) -> str:
        """A figure without its unit; in words where there is none."""
        if figure is None or figure.value is None:
            hidden = figure is not None and figure.suppressed
            return translate(NOT_SHOWN if hidden else NO_VALUE, self.lang)
        return _written(figure.value, figure, self.lang)

    def said(self, figure: Figure | None) -> str:
        """The same as a sentence says it: a difference with as few decimals as its ends."""
        if figure is None or figure.value is None or figure.unit != "difference":
            return self.value(figure)
        return points(figure.value, self.lang, places=places_said(figure))

    def size(self, figure: Figure) -> str:
        """How large a difference is, per 1,000 and without its sign; in words without a value."""
        if figure.value is None:
            return self.value(figure)
        return people_of(figure, figure.value, self.lang)

    def with_unit(self, figure: Figure) -> str:
        """A figure with its unit: '37 van elke 1.000', '1,5 keer'."""
        value = self.value(figure)
        if figure.value is None:
            return value
        if self._as_percents(figure):
            said = in_percents(figure.value, figure.unit, self.lang)
            return self._points(said) if figure.unit == "difference" else said
        return self.say(UNITS[figure.unit], value=value)

    def _points(self, said: str) -> str:
        """'+1 procentpunt', '−6 procentpunt': with its sign."""
        if said.lstrip(f"+{MINUS}") == "1":
            return said[:-1] + self.say(ONE_POINT)
        return self.say(POINTS, value=said)

    def ends(self, figure: Figure | None) -> tuple[str, str]:
        """Both ends of the interval of a figure, as they are written; empty without one."""
        if figure is None or figure.interval is None or figure.value is None:
            return "", ""
        between = figure.interval
        return _end(between.low, figure, self.lang), _end(between.high, figure, self.lang)

    def ends_said(self, figure: Figure | None) -> tuple[str, str]:
        """Both ends as a sentence says them: of a difference '160 minder' and '20 meer'."""
        low, high = self.ends_signed(figure)
        if figure is None or figure.unit != "difference":
            return low, high
        return signed_in_words(low, self.lang), signed_in_words(high, self.lang)

    def ends_signed(self, figure: Figure | None) -> tuple[str, str]:
        """The same, of a difference '−160' and '+20'."""
        between = ends_apart(figure) if figure else None
        if figure is None or figure.unit != "difference":
            return self.ends(figure and replace(figure, interval=between))
        if figure.value is None or between is None:
            return "", ""
        places = places_said(figure)
        low, high = (points(end, self.lang, places=places) for end in (between.low, between.high))
        return low, high

    def interval(self, figure: Figure) -> str:
        """'5,8 tot 6,7'; empty without an interval. Without width: that both are the same.

        Figures leave rounded: half of the people may have their decision on one day, and what is
        nearly nothing is 0 at both ends.
        """
        ends = self.ends(figure)
        if ends[0] and figure.interval and self._as_percents(figure):
            low, high = (
                in_percents(end, figure.unit, self.lang)
                for end in (figure.interval.low, figure.interval.high)
            )
            ends = low, high
        if ends[0] and ends[0] == ends[1]:
            return self.say(SAME, value=ends[0])
        return joined(ends, self.lang) if ends[0] else ""

    def _as_percents(self, figure: Figure) -> bool:
        """Whether it stands in the table as the source gave it: in percents."""
        return self.method.percents and figure.unit in {"rate", "difference"}

    def fields(self, answer: Answer) -> dict[str, str]:
        """Everything that the sentence of an answer may use.

        organisation, unit, verb_0 and verb_1, outcome, group (of what is hidden all of them: it is
        said once), reference, column; per figure with
        the same `of` (or about everybody) its value by its name with underscores, and with
        `_low`, `_high`, `_size` (no sign), `_way` (more often, less often) and `_count` (more,
        fewer) behind it; per thing that was asked `asked_` and its name.
        """
        words = self.wording
        verb = words.verb
        found = {
            "organisation": words.organisation,
            "unit": words.unit,
            "verb_0": verb[0],
            "verb_1": verb[1],
            "outcome": self.plain(words.outcome_name),
            "group": groups_hidden(self) if answer.code == HIDDEN else self.about(answer.of),
            "reference": words.compared_with,
            "column": words.column(self.result.across),
        }
        for figure in self.result.figures:
            if not figure.of or figure.of == answer.of:
                found |= self._of_figure(figure)
        found |= dict(self._asked())
        return found | dict(self.method.words(answer, self) if self.method.words else {})

    def _of_figure(self, figure: Figure) -> dict[str, str]:
        name = figure.name.replace("-", "_")
        value = figure.value
        if value is None:  # said so, in every form: what is hidden is not 0
            return {f"{name}{form}": self.value(figure) for form in FORMS}
        low, high = self.ends_said(figure)
        even = 1.0 if figure.unit == "ratio" else 0.0
        return {
            name: self.said(figure),
            f"{name}_low": low,
            f"{name}_high": high,
            f"{name}_size": self.size(figure) if figure.unit == "difference" else "",
            f"{name}_way": translate(MORE if value > even else LESS, self.lang),
            f"{name}_count": translate(MORE_PEOPLE if value > even else FEWER, self.lang),
        }

    def _asked(self) -> Iterator[tuple[str, str]]:
        for name, value in self.result.asked.items():
            listed = value if isinstance(value, tuple) else (value,)
            said = ", ".join(self.wording.column(str(each)) for each in listed)
            yield f"asked_{name}", said


def _written(value: float, figure: Figure, lang: Language) -> str:
    if figure.unit == "rate":
        return _bound(value, figure, lang) if _always(figure) else per_thousand(value, lang)
    if figure.unit == "difference":
        return points(value, lang, places=0 if is_coarse(figure) else _places(figure, 1000, 1, 0.0))
    if figure.unit == "ratio":
        return times(value, lang) if figure.interval is None else _ratio(value, figure, lang)
    if figure.unit == "share":
        return percent(value, lang, places=0 if 0.1 <= value <= 0.9 or value in {0, 1} else 1)
    if figure.unit in {"people", "amount"}:
        return whole(value, lang)
    if figure.unit == "days":
        return decimal(value, 0 if value == round(value) else 1, lang)
    return _number(value, lang)


def _always(figure: Figure) -> bool:
    """Whether its interval is no chance, but bounds that always hold."""
    return figure.interval is not None and figure.interval.level == ALWAYS


def _bound(value: float, figure: Figure, lang: Language) -> str:
    """A rate with its bounds, per 1,000: with as many decimals as tell them apart."""
    return decimal(1000 * value, _places(figure, 1000, 0, 0.0), lang)


def _number(value: float, lang: Language) -> str:
    """A number without a unit: 4; 1,31; 0,0021; 'minder dan 0,0001'."""
    if value == int(value):
        return whole(value, lang)
    if 0 < abs(value) < SMALLEST:
        return translate(BELOW, lang) % {"least": decimal(SMALLEST, 4, lang)}
    return decimal(value, 4 if 0 < abs(value) < 0.1 else 2, lang)


def _ratio(value: float, figure: Figure, lang: Language) -> str:
    at_least = 1 if (figure.value or 0) >= 1.95 else 2
    return "0" if value == 0 else decimal(value, _places(figure, 1, at_least, 1.0), lang)


def _places(figure: Figure, scale: int, at_least: int, even: float) -> int:
    """With how many decimals no end of the interval reads as the figure itself, or as even."""
    between: Interval | None = figure.interval
    ends = [scale * between.low, scale * between.high] if between else []
    return places_apart(scale * (figure.value or 0.0), ends, at_least, even=even)


def _end(value: float, figure: Figure, lang: Language) -> str:
    return _written(value, figure, lang)
