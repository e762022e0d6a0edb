"""The sizes in the sentences of a plan: points, euros, days, periods, people."""

from collections.abc import Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.explain.methods.pay_words import EUROS
from waterpas.explain.numbers import decimal, per_thousand, percent, whole
from waterpas.measure.plans.figures import PER_PERIOD
from waterpas.results import Answer, Figure, Measured
from waterpas.texts import Language, mark, translate

POINTS = mark("%(points)s procentpunt (%(people)s van elke 1.000)")
ONLY_POINTS = mark("%(points)s procentpunt")
ONE_POINT = mark("1 procentpunt (%(people)s van elke 1.000)")
ONLY_ONE_POINT = mark("1 procentpunt")
DAYS = mark("%(days)s dagen")
ONE_DAY = mark("1 dag")
WHOLE = 0.995  # so much is everybody
PERIODS = mark("%(periods)s periodes")
ONE_PERIOD = mark("1 periode")
LOST = mark(
    "De groepen zijn niet gelijk verdeeld. Daardoor is het alsof u %(kept)s van de mensen hebt."
)
SMALL = mark("kleine ")  # with the space that follows it
NOTHING = mark("niet te zien")
WITH_PEOPLE = mark("met %(people)s mensen")
WITH_PEOPLE_PER_PERIOD = mark("met %(people)s mensen per periode")
WITH_CASES = mark("met %(cases)s zaken")
AT_STEP = mark("bij stap %(step)s")
THE_PLAN = mark("uw plan")


def sizes(answer: Answer, speaking: Speaking) -> Mapping[str, str]:
    """What the sentence of an answer needs besides its figures."""
    result, lang = speaking.result, speaking.lang
    smallest, asked = result.figure("smallest", answer.of), result.asked.get("difference")
    periods = result.figure("periods")
    found = {"step": answer.of.get("step", ""), "hardest": _hardest(result)}
    found["small"] = _small(result, lang)
    found["lost"] = _lost(result, lang)
    if smallest and smallest.value is not None:
        found["size"] = in_words(smallest.value, result, lang)
    if isinstance(asked, float):
        found["difference"] = in_words(asked, result, lang, short=True)
    if periods and periods.value is not None:
        template = ONE_PERIOD if periods.value == 1 else PERIODS
        found["periods_said"] = translate(template, lang) % {"periods": whole(periods.value, lang)}
    return found


def in_words(value: float, result: Measured, lang: Language, *, short: bool = False) -> str:
    """A difference as people say it: '17 procentpunt (167 van elke 1.000)', '€ 283', '7 dagen'."""
    design = result.asked.get("design")
    if design == "pay":
        return translate(EUROS, lang) % {"value": whole(value, lang)}
    if design == "duration":
        days = decimal(value, 0 if value >= 10 or value == int(value) else 1, lang)
        return translate(ONE_DAY if days == "1" else DAYS, lang) % {"days": days}
    points = points_of(value, lang)
    one, more = (ONLY_ONE_POINT, ONLY_POINTS) if short else (ONE_POINT, POINTS)
    return translate(one if points == "1" else more, lang) % {
        "points": points,
        "people": per_thousand(round(value, 3) if value >= 0.01 else value, lang),
    }


def points_of(value: float, lang: Language) -> str:
    """Percentage points: whole from ten on, and no more digits than a plan deserves."""
    points = 100 * value
    places = 0 if points >= 10 else 1 if points >= 1 else 2
    rounded = round(points, places)
    return decimal(rounded, 0 if rounded == int(rounded) else places, lang)


def short_words(figure: Figure, result: Measured, lang: Language) -> str:
    """The same beside a bar."""
    if figure.value is None:
        return translate(NOTHING, lang)
    return in_words(figure.value, result, lang, short=True)


def about(of: Mapping[str, str], lang: Language) -> str:
    """What a figure is about: a step, or another number of people."""
    if "people" in of:
        return translate(WITH_PEOPLE, lang) % {"people": whole(int(of["people"]), lang)}
    if PER_PERIOD in of:
        people = whole(int(of[PER_PERIOD]), lang)
        return translate(WITH_PEOPLE_PER_PERIOD, lang) % {"people": people}
    if "cases" in of:
        return translate(WITH_CASES, lang) % {"cases": whole(int(of["cases"]), lang)}
    if "step" in of:
        return translate(AT_STEP, lang) % {"step": of["step"]}
    return translate(THE_PLAN, lang)


def _small(result: Measured, lang: Language) -> str:
    """'kleine ', or nothing where the group is more than half of all people."""
    share = result.asked.get("share")
    return "" if isinstance(share, float) and share > 0.5 else translate(SMALL, lang)


def _lost(result: Measured, lang: Language) -> str:
    """How much is lost by comparing only people alike; empty when that is nothing."""
    kept = result.figure("kept")
    if kept is None or kept.value is None or kept.value > WHOLE:
        return ""
    return translate(LOST, lang) % {"kept": percent(kept.value, lang, places=0)}


def _hardest(result: Measured) -> str:
    """The step that needs most people."""
    steps = [each for each in result.figures if each.name == "needed" and each.of and each.value]
    return max(steps, key=lambda each: each.value or 0).of["step"] if steps else ""
