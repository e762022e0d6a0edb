"""The same kind of people, asked in the same way for several scans: how often, and for what."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.scans.models import Answer, Given

RECENT = timedelta(days=365)
FROM_SCANS = 2
_NOT_WORDS = re.compile(r"[^\w\s]+")
_ARTICLES = {"de", "het", "een", "the", "a", "an"}


@dataclass(frozen=True, slots=True)
class Again:
    """A kind of people and a way, the scans they were asked for, and how often.

    Nobody is counted here: these are conversations. `given` says of each whether the people got
    time or pay for it.
    """

    kind: str
    way: str
    scans: frozenset[int]
    given: tuple[str, ...]

    @property
    def times(self) -> int:
        return len(self.given)

    @property
    def sentence(self) -> str:
        """How often, in words."""
        words = ngettext(
            "%(kind)s (%(way)s): het afgelopen jaar al %(times)d keer gevraagd, voor %(scans)d "
            "toets.",
            "%(kind)s (%(way)s): het afgelopen jaar al %(times)d keer gevraagd, voor %(scans)d "
            "toetsen.",
            len(self.scans),
        )
        kind = self.kind[:1].upper() + self.kind[1:]
        return words % {
            "kind": kind,
            "way": self.way,
            "times": self.times,
            "scans": len(self.scans),
        }

    @property
    def given_sentence(self) -> str:
        """Whether they got time or pay, in words."""
        counted = {
            Given.YES: _("%(count)d keer wel"),
            Given.NO: _("%(count)d keer niet"),
            Given.UNKNOWN: _("%(count)d keer niet bekend"),
        }
        there = [
            words % {"count": self.given.count(one)}
            for one, words in counted.items()
            if one in self.given
        ]
        return _("Tijd of geld: %(what)s.") % {"what": ", ".join(there)}


def asked_again(today: date | None = None) -> list[Again]:
    """Whom was asked for more than one scan in the past year, the most often first.

    Compares words, without capitals, articles or punctuation: what is written differently counts
    as different people. One conversation that several answers of one scan rest on counts once.
    """
    first = (today or timezone.localdate()) - RECENT
    found = defaultdict(list)
    for answer in Answer.objects.filter(asked="yes", asked_on__gt=first).order_by("pk"):
        found[_words(answer.asked_kind), _words(answer.asked_way)].append(answer)
    groups = (_again(answers) for answers in found.values())
    several = (one for one in groups if len(one.scans) >= FROM_SCANS)
    return sorted(several, key=lambda one: (-one.times, one.kind))


def of_scan(scan: int, found: Iterable[Again]) -> list[Again]:
    """Those that were asked for this scan too."""
    return [one for one in found if scan in one.scans]


def _again(answers: list[Answer]) -> Again:
    given: dict[tuple[int, date | None], str] = {}
    for one in answers:
        talk = one.scan_id, one.asked_on
        if given.get(talk, Given.UNKNOWN) == Given.UNKNOWN:
            given[talk] = one.given or Given.UNKNOWN
    scans = frozenset(one.scan_id for one in answers)
    last = answers[-1]
    return Again(last.asked_kind, last.asked_way, scans, tuple(given.values()))


def _words(text: str) -> tuple[str, ...]:
    words = _NOT_WORDS.sub(" ", text.casefold()).split()
    return tuple(one for one in words if one not in _ARTICLES)
