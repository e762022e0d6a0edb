"""A risk profile: who is chosen, for whom it errs, and what its variables say about people."""

from collections.abc import Sequence
from typing import Any

from waterpas.codebooks.columns import names_found, names_lots
from waterpas.explain.methods.hidden import HIDDEN
from waterpas.explain.methods.model import Ask, Method
from waterpas.explain.methods.profile_words.chances import CHANCES
from waterpas.explain.methods.profile_words.figures import FIGURES, MATTERS, NOTES, UNSAID
from waterpas.explain.methods.profile_words.finds import FINDS
from waterpas.explain.methods.profile_words.hidden import SENTENCE
from waterpas.explain.methods.profile_words.parts import words
from waterpas.explain.notes import NOTES as SHARED
from waterpas.measure.profile.points import chosen_by, points_in
from waterpas.measure.risk_profile import risk_profile
from waterpas.results import Measured
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


def measure(
    counts: Tally,
    *,
    found: str | None = None,
    found_level: str | None = None,
    cut_off: float | None = None,
    points: Sequence[str] = (),
    **asked: Any,
) -> Measured:
    """The risk profile as a study asks for it: one value that counts, one cut-off.

    `points`: columns with the points that each variable gives. Those with the outcome must be the
    ones from some number of points on.
    """
    text = f"{found}={found_level}" if found and found_level else found
    asked |= {"found": text, "cut_offs": () if cut_off is None else (cut_off,)}
    if not points:
        return risk_profile(counts, **asked)
    whole = counts.without_totals()
    given = points_in(whole, points)
    asked |= {"selected": chosen_by(whole, given), "outcome": whole.outcome}
    return risk_profile(whole, points=given, **asked)


METHOD = Method(
    id="risk_profile",
    question=mark(
        "Wie kiest een risicoprofiel uit voor controle, en vergist het zich bij elke groep "
        "even vaak?"
    ),
    about=mark(
        "U ziet per groep hoe groot de kans op controle is naast loten, hoe vaak iemand voor "
        "niets wordt gekozen of wordt overgeslagen, en wat elk kenmerk over de groep zegt."
    ),
    needs=mark(
        "Een tabel met iedereen die kón worden gekozen: de groepen, wie is gekozen, en als u "
        "die hebt wat er is gevonden en de kenmerken van het profiel. Of een tabel van het CBS "
        "met stappen: dan ziet u alleen de kans op controle."
    ),
    asks=(
        Ask(
            name="variables",
            kind="columns",
            label=mark("Welke kenmerken gebruikt het profiel?"),
            help=mark(
                "Kies alleen kolommen waarop het profiel echt kiest. Zonder kenmerken ziet u "
                "het profiel als geheel."
            ),
            required=False,
        ),
        Ask(
            name="found",
            kind="column",
            label=mark("Welke kolom zegt of er iets is gevonden?"),
            help=mark(
                "De uitkomst hierboven is wie is gekozen. Laat deze leeg als u niet weet wat "
                "er is gevonden: dan ziet u alleen de kans op controle."
            ),
            required=False,
            looks=names_found,
        ),
        Ask(
            name="found_level",
            kind="level",
            label=mark("Welke waarde betekent dat er iets is gevonden?"),
            help=mark("Alleen nodig als die kolom iets anders bevat dan ja en nee."),
            first=False,
            required=False,
            of="found",
        ),
        Ask(
            name="random",
            kind="column",
            label=mark("Welke kolom zegt wie door het lot is gecontroleerd?"),
            help=mark(
                "Hebt u een steekproef, dan gaan de vergissingen daarover. Zonder steekproef "
                "moet van iedereen bekend zijn of er iets te vinden was."
            ),
            first=False,
            required=False,
            looks=names_lots,
        ),
        Ask(
            name="alike",
            kind="columns",
            label=mark("Waarin moeten mensen gelijk zijn?"),
            help=mark(
                "Dan ziet u ook de kans op controle bij mensen die hierin gelijk zijn. "
                "Standaard: nergens in."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="score",
            kind="column",
            label=mark("Welke kolom bevat de punten van het profiel?"),
            help=mark("Alleen nodig om een andere grens te proberen."),
            first=False,
            required=False,
        ),
        Ask(
            name="cut_off",
            kind="number",
            label=mark("Welke grens wilt u proberen?"),
            help=mark("Iedereen met minstens zo veel punten wordt dan gekozen. Standaard: geen."),
            first=False,
            required=False,
        ),
        Ask(
            name="points",
            kind="columns",
            label=mark("Welke kolommen bevatten de punten per kenmerk?"),
            help=mark(
                "Dan ziet u wat een kenmerk weglaten doet met elke groep. De grens schuift zo dat "
                "er ongeveer evenveel mensen worden gekozen. Kies de punten van alle kenmerken: "
                "samen bepalen zij wie is gekozen. Standaard: geen."
            ),
            first=False,
            required=False,
        ),
    ),
    measure=measure,
    answers=CHANCES | FINDS | {HIDDEN: SENTENCE},
    figures=FIGURES,
    unsaid={"not-why": SHARED["not-why"]} | UNSAID,
    notes=NOTES,
    matters=MATTERS,
    open_notes=True,
    drawn=("chosen-above-random", "chosen-here-above-random"),
    words=words,
    method_note=mark(
        "Kans bij loten: alle gekozen mensen gedeeld door iedereen. Kansen met het interval "
        "van Wilson, verschillen met dat van Newcombe, verhoudingen met dat van Katz of het "
        "score-interval. Vergissingen: de matrix van gekozen en gevonden. Wat een kenmerk over "
        "de groep zegt: Cramérs V zonder vertekening (Bergsma), met een interval op de "
        "niet-centrale chi-kwadraat. Mensen die gelijk zijn: Mantel-Haenszel met de variantie "
        "van Sato. P-waarden aangepast volgens Benjamini-Hochberg. Kader: College voor de "
        "Rechten van de Mens (2025)."
    ),
    leads_to="decision-points",
    step=Ask(
        name="step",
        kind="choice",
        label=mark("Welke stap zegt wie is gekozen?"),
        help=mark(
            "Van iedereen die gekozen kon worden. Wat er is gevonden, staat in zo'n tabel alleen "
            "van wie is gekozen: daarom zeggen wij niets over vergissingen."
        ),
    ),
)
