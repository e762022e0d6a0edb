"""Remarks at the criteria, in the shape in which pages show them. Reads only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from waterpas.web.people.selectors import names_of
from waterpas.web.scans.asked import list_of
from waterpas.web.scans.models import Comment, CommentVersion, Scan


@dataclass(frozen=True, slots=True)
class Moment:
    """What a remark said at one moment."""

    version: CommentVersion
    who: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark or reply, with the names of who placed and settled it, and what it said before."""

    comment: Comment
    who: str
    settled_by: str
    past: tuple[Moment, ...]
    replies: tuple["Remark", ...] = ()

    @property
    def is_open(self) -> bool:
        return is_open(self.comment)

    @property
    def is_changed(self) -> bool:
        return any(one.version.text != self.comment.text for one in self.past)


def is_open(comment: Comment) -> bool:
    """Whether somebody still has to do something with it; a reply goes with its remark."""
    return not (comment.parent_id or comment.withdrawn_at or comment.settled_at)


def comments() -> QuerySet[Comment]:
    """All remarks, with the scan they are about."""
    return Comment.objects.select_related("scan__item", "parent")


def remarks(scan: Scan, stage: str, criterion: str) -> list[Remark]:
    """The remarks at one criterion, the first one first, each with its replies."""
    found = list(
        Comment.objects.filter(scan=scan, stage=stage, criterion=criterion).prefetch_related(
            "versions"
        )
    )
    names = names_of(_codes(found))
    return [
        _remark(one, names, [each for each in found if each.parent_id == one.pk])
        for one in found
        if one.parent_id is None
    ]


def open_by_criterion(scan: Scan) -> list[tuple[str, str, int]]:
    """How many remarks are open, by stage and criterion, in the order of the handbook."""
    counted = Counter((one.stage, one.criterion) for one in scan.comments.all() if is_open(one))
    order = [one.id for one in list_of(scan).questions]
    found = [(stage, criterion, count) for (stage, criterion), count in counted.items()]
    return sorted(found, key=lambda one: (one[0], _place(order, one[1])))


def _place(order: list[str], criterion: str) -> int:
    return order.index(criterion) if criterion in order else len(order)


def _remark(comment: Comment, names: dict[str, str], replies: Iterable[Comment] = ()) -> Remark:
    earlier = comment.versions.all()
    return Remark(
        comment=comment,
        who=names.get(comment.placed_by, ""),
        settled_by=names.get(comment.settled_by, ""),
        past=tuple(
            Moment(one, names.get(one.saved_by, "")) for one in earlier if _differs(one, comment)
        ),
        replies=tuple(_remark(one, names) for one in replies),
    )


def _differs(version: CommentVersion, comment: Comment) -> bool:
    """Whether it says something that can no longer be read in the remark itself."""
    how = version.settled_how
    return version.text != comment.text or (bool(how) and how != comment.settled_how)


def _codes(found: Iterable[Comment]) -> set[str]:
    codes = set()
    for one in found:
        codes |= {one.placed_by, one.settled_by, *(each.saved_by for each in one.versions.all())}
    return codes
