"""Who works here: the percentages of the Barometer of Statistics Netherlands, and what they say."""

from collections.abc import Mapping
from dataclasses import replace

from waterpas.measure.barometers.asked import check_source, not_found_of, whole_of, years_of
from waterpas.measure.barometers.reading import outside_of, read, refuse_larger
from waterpas.measure.barometers.result import UNMATCHED, Laid, measured
from waterpas.results import Measured, Question


def barometer(
    source: object,
    *,
    part: str | None = None,
    netherlands: str | None = None,
    europe: str | None = None,
    outside_europe: str | None = None,
    jobs: str | None = None,
    year: str | None = None,
    whole: str | None = None,
    outside: Mapping[str, object] | None = None,
    outside_source: str | None = None,
    unmatched: float = UNMATCHED,
    rounded_to: int | None = None,
    sheet: str | None = None,
    question: Question | None = None,
) -> Measured:
    """Tell what the percentages of the Barometer can and cannot say about who works here.

    Answers: "which share of the jobs belongs to people of each origin, in the whole organisation
    and in its parts, and how far off can that be because percentages were rounded?" It counts jobs
    on one day, not people: who has two contracts counts twice, who lives abroad is not in it. It
    says nothing about pay within a scale, about chances, combinations or causes.

    Parameters
    ----------
    source : path, frame or list
        A small table with a row for the whole organisation and (of the zoomed-in Barometer) one
        per part, and three columns of percentages: origin the Netherlands, Europe, outside Europe.
        Hidden cells (., x, empty) are allowed.
    part, netherlands, europe, outside_europe, jobs, year : str, optional
        The names of the columns; without them the columns are found by the words in their names.
        `jobs` is how many jobs a row is about, `year` in which year they were counted.
    whole : str, optional
        Which part is the whole organisation.
    outside : mapping, optional
        Percentages of elsewhere to lay beside, per origin: {"NL": 74, "buiten Europa": 17.5}.
    outside_source : str, optional
        Where those come from. Required with `outside`.
    unmatched : float, default 0.05
        Up to which part of the people was not found; only for a change between two years.
    rounded_to : int, optional
        What the numbers of jobs were rounded to.
    sheet : str, optional
        The sheet of a workbook.
    question : Question, optional
        Which organisation it is about, in words.

    Returns
    -------
    Measured
        Shares of jobs and differences as proportions, part minus whole, organisation minus
        elsewhere, later minus earlier. Intervals are bounds, not chance: everybody was counted,
        and the true share always lies in them. Without a number of jobs nothing passes disclosure
        control.

    Raises
    ------
    InputError
        If a percentage is none, three of them cannot be parts of one whole, or a part has more
        jobs than the whole.
    CallError
        If a column, the whole, the years or elsewhere do not fit the table.

    Notes
    -----
    Source: cbs.nl, Barometer Culturele Diversiteit, read November 2026.
    """
    columns = {
        "part": part,
        "netherlands": netherlands,
        "europe": europe,
        "outside_europe": outside_europe,
        "jobs": jobs,
        "year": year,
    }
    lost, said = not_found_of(unmatched), check_source(outside, outside_source)
    elsewhere = outside_of(outside)
    found = read(source, columns, rounded_to=rounded_to, sheet=sheet)
    laid = Laid(years_of(found.lines), whole_of(found.lines, whole), elsewhere, said, lost)
    refuse_larger(found, laid.whole)
    result = measured(found, laid, question or Question())
    return replace(result, rounded_to=rounded_to)
