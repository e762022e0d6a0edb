"""The spirit levels of a method: which figures are drawn, on what scale, in what words."""

from dataclasses import dataclass
from math import exp, log

from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.numbers import Kind
from waterpas.explain.picture_scale import POINT_ENDS, RATIO_ENDS, Scale, first_end
from waterpas.explain.wording import capital
from waterpas.results import Certainty, Estimate, Figure, Measured
from waterpas.texts import Language


@dataclass(frozen=True, slots=True)
class Drawn:
    """One spirit level: the figure, and the words beside it."""

    figure: Figure
    label: str
    value: str
    between: str
    certainty: Certainty | None

    @property
    def estimate(self) -> Estimate | None:
        """The figure as it is drawn; None: it is not shown."""
        if self.figure.value is None:
            return None
        return Estimate(self.figure.value, self.figure.interval, self.figure.method)

    @property
    def spoken(self) -> str:
        """What somebody hears who does not see the drawing."""
        said = [self.label, self.value, self.between]
        return ": ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Block:
    """The levels about one group, under its name."""

    heading: str
    rows: tuple[Drawn, ...]


def blocks(result: Measured, lang: Language) -> list[Block]:
    """The levels per group, in the order of the answers."""
    speaker = Speaker(result, lang)
    found: dict[str, Block] = {}
    for answer in result.answers:
        rows = tuple(
            _drawn(figure, speaker, answer.certainty)
            for name in speaker.method.drawn
            if (figure := result.figure(name, answer.of))
        )
        name = capital(speaker.about(answer.of))
        if rows:
            found.setdefault(name, Block(name, rows))  # the first answer about it is the main one
    return list(found.values())


def _drawn(figure: Figure, speaker: Speaker, certainty: Certainty | None) -> Drawn:
    between = speaker.interval(figure)
    return Drawn(
        figure=figure,
        label=speaker.called(figure),
        value=speaker.with_unit(figure),
        between=f"({between})" if between else "",
        certainty=certainty if figure.interval else Certainty.NOT_SHOWN,
    )


def scale_of(some: list[Block]) -> Scale:
    """One scale for everything that is drawn."""
    figures = [row.figure for block in some for row in block.rows]
    kind: Kind = "ratio" if any(figure.unit == "ratio" for figure in figures) else "points"
    values = [figure.value for figure in figures if figure.value is not None]
    if kind == "ratio":
        sizes = [exp(abs(log(value))) for value in values if value > 0]
        return Scale(kind, first_end(RATIO_ENDS, sizes))
    ends = [end for f in figures if f.interval for end in (f.interval.low, f.interval.high)]
    return Scale(kind, first_end(POINT_ENDS, [abs(each) for each in (*values, *ends)]))
