"""Which tables stand beside a result: about the same people, or about people who could be."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from waterpas.tallies.tally import Tally
from waterpas.web.releases.rules import hides_something, is_same_table
from waterpas.web.studies.models import Run
from waterpas.web.studies.sameness import Figures, could_be_the_same, figures_of, shown_figures
from waterpas.web.studies.vault import CannotUnseal, unseal


def same_people(run: Run) -> list[Run]:
    """The earlier results with other counts about the same people, for sure: of the same study,
    or of the same file. Counts that are public already hide nothing."""
    return _with_marks(run, Q(study=run.study), "source:")


def as_many_people(run: Run) -> list[Run]:
    """The same, but only as many people on the same item, or for the same organisation."""
    return _with_marks(run, Q(), "people:")


def _with_marks(run: Run, wanted: Q, kind: str) -> list[Run]:
    if run.tally.destroy_on is None:
        return []
    for mark in run.tally.people.split():
        if mark.startswith(kind):
            wanted |= Q(tally__people__contains=mark)
    return [each for each in _earlier(run).filter(wanted) if _differs(each, run)]


def maybe_same_people(run: Run) -> list[int]:
    """The earlier results of other studies that could be about the same people, while one of
    both hides a group. Worked out when a result is measured, and kept with it: later the counts
    are destroyed."""
    if run.tally.destroy_on is None:
        return []
    others = [
        each
        for each in _earlier(run).exclude(study=run.study)
        if _differs(each, run) and one_hides(each, run)
    ]
    return which_could_be(run, others)


def which_could_be(run: Any, others: Iterable[Any]) -> list[int]:
    """Which of these results could be about the same people, by their numbers."""
    mine: Figures | None = None
    found = []
    for each in others:
        mine = mine or _figures(run)
        if could_be_the_same(_figures(each), mine):
            found.append(each.pk)
    return found


def one_hides(one: Any, other: Any) -> bool:
    """Whether one of two results hides a group."""
    return hides_something(one.released) or hides_something(other.released)


def _earlier(run: Run) -> Any:
    earlier = Run.objects.select_related("study", "tally").order_by("pk")
    return earlier.filter(pk__lt=run.pk, tally__destroy_on__isnull=False)


def _differs(one: Run, other: Run) -> bool:
    return not is_same_table(one.released, other.released)


def _figures(run: Any) -> Figures:
    released: Mapping[str, Any] = run.released.get("nl") or next(iter(run.released.values()))
    if run.tally.destroyed_at:
        return shown_figures(released)
    try:
        counts = Tally.from_json(unseal(bytes(run.tally.sealed)))
    except CannotUnseal:  # the key is lost: what was shown is all there is
        return shown_figures(released)
    return figures_of(counts, released)
