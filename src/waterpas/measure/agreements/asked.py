"""What was asked of agreement, and the result that answers it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from waterpas.measure.agreements.figures import Asking
from waterpas.measure.notes import largest_notes, level_notes, question_notes
from waterpas.results import Answer, Figure, Measured, Note, Reference
from waterpas.tallies.tally import Tally
from waterpas.tallies.unordered import CODE as FORGOTTEN

UNSAID = ("who-is-right", "not-who", "common-judgement", "seen-before")
Of = Literal["kinds", "order", "numbers"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of which counts; `answered` makes the result of it."""

    tally: Tally
    across: str
    reference: Reference | None
    judgements: int
    scale: Of
    level: float

    @property
    def asking(self) -> Asking:
        """What decides which figures there are."""
        pairs = self.judgements == 2 and self.scale == "kinds"
        return Asking(self.across, self.level, pairs)

    def answered(
        self,
        answers: tuple[Answer, ...],
        figures: tuple[Figure, ...],
        *,
        notes: tuple[Note, ...] = (),
        family: int = 1,
    ) -> Measured:
        """The result with these answers."""
        tally = self.tally
        return Measured(
            method="agreement",
            answers=answers,
            figures=figures,
            sources=tally.sources,
            across=self.across,
            reference=self.reference,
            asked={"judgements": self.judgements, "scale": self.scale},
            level=self.level,
            family=family,
            rounded_to=tally.rounded_to,
            question=tally.question,
            unsaid=UNSAID,
            notes=(*notes, *self._other_notes(family)),
        )

    def _other_notes(self, family: int) -> Iterator[Note]:
        yield from level_notes(self.level)
        yield from largest_notes(self.reference)
        columns = (self.across,) if self.across else ()
        for note in question_notes(self.tally, columns=columns):
            if note.code != "effect-unsaid":  # there is no outcome that is good or bad for people
                yield note
        if family > 1:
            yield Note("family", {"count": family})
        yield from (note for note in self.tally.notes if note.code != FORGOTTEN)
