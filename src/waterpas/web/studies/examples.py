"""The studies that ship with the package: real counts, published by Statistics Netherlands."""

from dataclasses import asdict, dataclass

from waterpas.tallies.layouts import load_layout
from waterpas.tallies.tally import Tally
from waterpas.web.studies.rules import Choice, Design

_QUESTION = {
    "nl": "Wie wordt gekozen voor controle?",
    "en": "Who is selected for a check?",
}
_REASON = {
    "nl": (
        "het is verreweg de grootste groep, en de staat heeft de andere groepen hiermee "
        "vergeleken. Het is geen norm."
    ),
    "en": (
        "it is by far the largest group, and the state compared the other groups with it. "
        "It is not a standard to live up to."
    ),
}
_ABOUT = {
    "nl": (
        "De uitwonendenbeurs was een toelage voor studenten die niet meer bij hun ouders wonen. "
        "DUO, de dienst die hem uitbetaalt, controleerde of dat klopte. Eerst gaf een "
        "risicoprofiel elke student een score, daarna kozen medewerkers wie zij controleerden. "
        "In 2024 bood de staat hiervoor excuses aan."
    ),
    "en": (
        "Students who no longer live with their parents could get a higher grant. DUO, the agency "
        "that pays it, checked whether they really lived elsewhere. First a risk profile gave "
        "every student a score, then staff chose whom to check. In 2024 the Dutch state "
        "apologised for this."
    ),
}


@dataclass(frozen=True, slots=True)
class Example:
    """What an example study asks, and whom it compares with whom."""

    slug: str
    title: dict[str, str]
    question: dict[str, str]
    across: str
    reference: str
    reason: dict[str, str]
    about: dict[str, str]
    command: str = ""

    @property
    def part(self) -> str:
        """Which part of the published workbook it is: its sheet."""
        return load_layout(f"cbs-{self.slug}").sheet or ""

    def choice(self) -> Choice:
        """What is compared with what."""
        return Choice(self.across, "level", self.reference, self.reason["nl"])

    def fields(self) -> dict[str, object]:
        """The fields of the study; the figures were published, so no advice was needed."""
        texts = {
            (name if lang == "nl" else f"{name}_{lang}"): text
            for name in ("title", "question", "about", "reason")
            for lang, text in getattr(self, name).items()
        }
        design = Design(
            title=self.title["nl"],
            question=self.question["nl"],
            purpose="service",
            organisation="DUO",
            did_before="koos",
            did_after="uit voor controle",
            unit="studenten",
            full_count=True,
            effect="harm",
            privacy_officer="not-needed",
            privacy_officer_words=_PUBLISHED,
            works_council="not-needed",
            works_council_words=_NO_STAFF,
        )
        return {**asdict(design), **texts, "command": self.command}


_PUBLISHED = "Het zijn aantallen die het CBS heeft gepubliceerd."
_NO_STAFF = "Het gaat niet over medewerkers."


def _duo(year: int) -> Example:
    return Example(
        slug=f"duo-{year}",
        title={
            "nl": f"Controle uitwonendenbeurs {year}",
            "en": f"Checks on the grant for students living away from home, {year}",
        },
        question=_QUESTION,
        across="herkomst",
        reference="NL",
        reason=_REASON,
        about=_ABOUT,
        command=(
            f"waterpas chain DUO_CUB_Netherlands_Statistics.xlsx --layout cbs-duo-{year} "
            "--across herkomst --reference NL"
        ),
    )


EXAMPLES = (_duo(2014), _duo(2019))


def tally_of(example: Example) -> Tally:
    """The counts of an example, as they ship with the package."""
    from waterpas.tallies import examples

    return examples.load(example.slug)
