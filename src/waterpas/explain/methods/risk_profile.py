"""A risk profile: who is chosen, for whom it errs, and what its variables say about people."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from waterpas.codebooks.columns import names_found, names_lots
from waterpas.explain.methods.model import Ask, Method, Speaking
from waterpas.explain.methods.profile_words.chances import CHANCES
from waterpas.explain.methods.profile_words.figures import FIGURES, MATTERS, NOTES, UNSAID
from waterpas.explain.methods.profile_words.finds import FINDS
from waterpas.explain.methods.profile_words.hidden import HIDDEN, SENTENCE, hidden_words
from waterpas.explain.notes import NOTES as SHARED
from waterpas.explain.numbers import per_thousand, sizes
from waterpas.measure.profile.points import chosen_by, points_in
from waterpas.measure.risk_profile import risk_profile
from waterpas.results import Answer, Figure, Measured
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

VARIABLE = "variable"
CARRIED = mark(
    " Van wie %(most)s heeft, hoort %(most_share)s van elke 1.000 bij %(who)s; van wie "
    "%(least)s heeft %(least_share)s."
)
NOW = mark("Nu is zij %(value)s.")
COMPARED = mark(
    "Vergeleken met loten om evenveel mensen is dat dan %(then)s keer, en nu %(value)s keer."
)
AT_RANDOM = mark(", tegen %(value)s als het lot evenveel %(unit)s had gekozen")
HERE_AT_RANDOM = mark(", tegen %(value)s bij loten")
BESIDE = mark(
    " Het verschil met %(reference)s ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000."
)
WITHOUT = mark(", bij controle zonder profiel in %(value)s")
COULD_SEE = mark(" De kleinste afwijking die hier te zien was, is ongeveer %(value)s per 1.000.")
# The difference that each topic is about.
DIFFERENCES = {
    "chosen": "chosen-above-random",
    "chosen-here": "chosen-here-above-random",
    "missed": "missed-above-reference",
    "wrongly-chosen": "wrongly-chosen-above-reference",
    "profile-finds": "profile-finds-above-random",
    "finds-here": "finds-here-above-random",
    "alike": "chosen-among-alike",
}


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
    made = risk_profile(whole, selected=chosen_by(whole, given), points=given, **asked)
    return replace(made, outcome=counts.outcome or "")


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """What it is now, how much less it is, and where a variable tells most about a group."""
    variable, across = answer.of.get(VARIABLE, ""), speaker.result.across
    now = {across: answer.of[across]} if across in answer.of else {}
    low, high = _less(answer, speaker)
    return {
        "now": " ".join(
            part
            for part in (_if_known(NOW, "chosen", now, speaker), _compared(answer, now, speaker))
            if part
        ),
        "at_random": _at_random(answer, speaker),
        "less_low": low,
        "less_high": high,
        "could_see": _could_see(answer, speaker),
        "without": _if_known(WITHOUT, "random-finds", {}, speaker),
        "carried": _carried(variable, speaker) if variable else "",
        "beside": _beside_reference(answer, speaker),
        **hidden_words(answer, speaker),
    }


def _less(answer: Answer, speaker: Speaking) -> tuple[str, str]:
    """Between what a difference downwards lies, without minus and the smaller end first.

    With more and fewer where the ends lie on both sides of nothing.
    """
    figure = speaker.result.figure(_difference(answer), answer.of)
    if figure is not None and figure.interval is not None and figure.interval.high > 0:
        return speaker.ends_said(figure)
    return sizes(figure, speaker.lang) or ("", "")


def _beside_reference(answer: Answer, speaker: Speaking) -> str:
    """The chance of control beside that of the reference; empty where that is not known."""
    low, high = speaker.ends_said(speaker.result.figure("chosen-above-reference", answer.of))
    if not low:
        return ""
    return speaker.say(BESIDE, reference=speaker.wording.compared_with, low=low, high=high)


def _could_see(answer: Answer, speaker: Speaking) -> str:
    """The smallest deviation that could be seen; empty where that is not shown."""
    figure = speaker.result.figure(f"{_difference(answer)}-could-see", answer.of)
    if figure is None or figure.value is None:
        return ""
    return speaker.say(COULD_SEE, value=speaker.size(figure))


def _difference(answer: Answer) -> str:
    """The name of the difference that an answer is about; empty where it is about none."""
    topic = re.sub("-(perhaps-less|less|not-shown)$", "", answer.code)
    return DIFFERENCES.get(topic, "")


def _at_random(answer: Answer, speaker: Speaking) -> str:
    """What it would be at random; empty where that is not shown."""
    said = HERE_AT_RANDOM if answer.code.startswith("chosen-here") else AT_RANDOM
    return _if_known(said, "chosen-at-random", {}, speaker)


def _compared(answer: Answer, now: Mapping[str, str], speaker: Speaking) -> str:
    """How many times the chance at random it would be, and is; empty where one is not known."""
    then = speaker.result.figure("chosen-if-times-random", answer.of)
    if then is None or then.value is None:
        return ""
    value = speaker.value(then)
    return _if_known(COMPARED, "chosen-times-random", now, speaker, then=value)


def _if_known(said: str, name: str, of: Mapping[str, str], speaker: Speaking, **more: str) -> str:
    """A part of a sentence with the value of one figure; empty where it has none."""
    figure = speaker.result.figure(name, of)
    if figure is None or figure.value is None:
        return ""
    return speaker.say(said, value=speaker.value(figure), unit=speaker.wording.unit, **more)


def _carried(variable: str, speaker: Speaking) -> str:
    """The two values of a variable between which the share of a group differs most."""
    shares: dict[str, list[Figure]] = {}
    for figure in speaker.result.figures:
        if figure.name == "share-here" and variable in figure.of and figure.value is not None:
            shares.setdefault(figure.of[speaker.result.across], []).append(figure)
    spread = [
        (_value(max(some, key=_value)) - _value(min(some, key=_value)), name)
        for name, some in shares.items()
    ]
    if not spread or max(spread)[0] == 0:
        return ""
    group = max(spread)[1]
    most, least = max(shares[group], key=_value), min(shares[group], key=_value)
    return speaker.say(
        CARRIED,
        who=speaker.about({speaker.result.across: group}),
        most=speaker.about({variable: most.of[variable]}),
        most_share=per_thousand(_value(most), speaker.lang),
        least=speaker.about({variable: least.of[variable]}),
        least_share=per_thousand(_value(least), speaker.lang),
    )


def _value(figure: Figure) -> float:
    return figure.value or 0.0


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
