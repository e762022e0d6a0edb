"""What the caller asks of the table, checked before anything is read."""

from dataclasses import dataclass, field, fields, replace

from waterpas.errors import CallError, arguments
from waterpas.results import Question
from waterpas.tallies.each_once import refuse_twice
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
    hit_rates: tuple[str, ...] = ()
    rounded_to: int | None = None
    person: str | None = None
    totals: str | None = None
    numbers: tuple[str, ...] = ()
    question: Question = field(default_factory=Question)

    def check(self) -> None:
        """Refuse what does not go together."""
        check_totals(self.totals)
        self._check_by()
        self._check_steps()
        self._check_amount()
        self._check_person()
        self._check_count()
        self._check_rounding()

    def check_beside_layout(self) -> None:
        """Beside a layout the outcome is one of its steps; counts and steps it has itself."""
        check_totals(self.totals)
        beside = ("amount", "count", "steps", "hit_rates", "person")
        given = [name for name in beside if getattr(self, name)]
        if given:
            raise CallError(
                mark(
                    "Bij een indeling staan aantallen en stappen al in de indeling. "
                    "Laat weg: %(names)s."
                ),
                names=arguments(given),
            )

    def _check_by(self) -> None:
        if not self.by:
            raise CallError(mark("Noem minstens één kolom om naar te tellen."))
        for column in (*self.by, self.outcome or "", self.amount or "", self.count or ""):
            if not isinstance(column, str):
                raise CallError(
                    mark("Een kolom noemt u met haar naam als tekst, niet met %(column)s."),
                    column=repr(column),
                )
        refuse_twice(self.by)

    def _check_steps(self) -> None:
        if self.steps and (self.outcome or self.amount or self.person):
            raise CallError(
                mark(
                    "Stappen gaan niet samen met een uitkomst, een bedrag of een persoon. Maak "
                    "twee tellingen."
                )
            )
        if self.hit_rates and not self.steps:
            raise CallError(mark("Een trefkans is een stap van een keten. Noem ook de stappen."))

    def _check_amount(self) -> None:
        if self.amount and self.count:
            raise CallError(
                mark(
                    "Een bedrag gaat niet samen met aantallen: van een groep mensen is het bedrag "
                    "per mens niet bekend."
                )
            )

    def _check_person(self) -> None:
        if self.person is not None and self.person in self.by:
            raise CallError(
                mark("De kolom '%(column)s' kan niet tegelijk groep en persoon zijn."),
                column=self.person,
            )
        if self.person is not None and self.question.once:
            raise CallError(
                mark(
                    "U zegt dat een persoon één keer voorkomt, en noemt ook een kolom voor wie "
                    "vaker voorkomt. Kies één van beide."
                )
            )
        if self.person and (self.outcome is None or self.count or self.amount):
            raise CallError(
                mark(
                    "Een kolom met personen hoort bij een uitkomst, in een tabel met één rij per "
                    "keer. Laat aantallen en bedragen weg."
                )
            )

    def _check_count(self) -> None:
        if self.count is not None and self.count in self.by:
            raise CallError(
                mark("De kolom '%(column)s' kan niet tegelijk groep en aantal zijn."),
                column=self.count,
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
