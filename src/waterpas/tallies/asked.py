"""What the caller asks of the table, checked before anything is read."""

from dataclasses import dataclass, field, fields, replace

from waterpas.errors import CallError
from waterpas.results import Question
from waterpas.tallies.totals import check_totals
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it was put to `tally`."""

    by: tuple[str, ...]
    outcome: str | None = None
    amount: str | None = None
    count: str | None = None
    steps: tuple[str, ...] = ()
    rounded_to: int | None = None
    person: str | None = None
    totals: str | None = None
    question: Question = field(default_factory=Question)

    def check(self) -> None:
        """Refuse what does not go together."""
        check_totals(self.totals)
        self._check_by()
        self._check_steps()
        self._check_amount()
        self._check_person()
        self._check_rounding()

    def check_beside_layout(self) -> None:
        """Beside a layout only `by`, `totals`, `question` and `rounded_to` say anything."""
        check_totals(self.totals)
        if self.outcome or self.amount or self.count or self.steps or self.person:
            raise CallError(
                mark(
                    "Bij een indeling staan uitkomst, aantallen en stappen al in de indeling. "
                    "Laat outcome, amount, count, steps en person weg."
                )
            )

    def _check_by(self) -> None:
        if not self.by:
            raise CallError(mark("Noem minstens één kolom om naar te tellen."))
        for place, column in enumerate(self.by):
            if column in self.by[:place]:
                raise CallError(
                    mark("De kolom '%(column)s' staat er twee keer. Noem elke kolom één keer."),
                    column=column,
                )

    def _check_steps(self) -> None:
        if self.steps and (self.outcome or self.amount or self.person):
            raise CallError(
                mark(
                    "Stappen gaan niet samen met een uitkomst, een bedrag of een persoon. Maak "
                    "twee tellingen."
                )
            )

    def _check_amount(self) -> None:
        if self.amount and self.count:
            raise CallError(
                mark(
                    "Een bedrag gaat niet samen met aantallen: van een groep mensen is het bedrag "
                    "per mens niet bekend."
                )
            )

    def _check_person(self) -> None:
        if self.person and (self.outcome is None or self.count or self.amount):
            raise CallError(
                mark(
                    "Een kolom met personen hoort bij een uitkomst, in een tabel met één rij per "
                    "keer. Laat aantallen en bedragen weg."
                )
            )

    def _check_rounding(self) -> None:
        if self.rounded_to is not None and self.rounded_to < 1:
            raise CallError(
                mark("Afronden gaat op een heel getal van 1 of meer, niet op %(to)s."),
                to=self.rounded_to,
            )
        if self.rounded_to is not None and not (self.count or self.steps):
            raise CallError(
                mark(
                    "Afronding hoort bij een tabel met aantallen. Noem de kolom met aantallen, of "
                    "laat de afronding weg."
                )
            )


def question_of(asked: Question, found: Question) -> Question:
    """What was asked, completed with what the layout says."""
    given = {
        each.name: value
        for each in fields(asked)
        if (value := getattr(asked, each.name)) is not None and value != {}
    }
    return replace(found, **given)
