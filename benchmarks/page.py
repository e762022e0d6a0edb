"""The page docs/methoden/leessnelheid.md, in Dutch: what was compared, on how much text."""

from benchmarks.hits import Compared
from benchmarks.reading import PAGES_TO_WARM_UP, Demand, Result

HEAD = """\
# Hoe snel de leeshulp leest

Voor wie wil weten of de leeshulp een hele map aankan. `make bench` meet dit en schrijft deze bladzijde; wie
de cijfers met de hand verandert, raakt ze kwijt.

## Wat wij vergelijken

Alleen de **verhouding** telt: 2 betekent twee keer zo snel. Beide kanten doen om de beurt hetzelfde werk, in
één proces, op tekst die al in het geheugen staat. Wij tellen rekentijd van de processor. Elke ronde heeft
een eigen tekst die geen van beide eerder zag. Vooraf leest elke kant {warm_up} bladzijden om warm te lopen.
Hieronder staan de laagste, de middelste en de hoogste verhouding van {rounds} rondes.

| wat | tekst per ronde | eis | laagste | middelste | hoogste |
|---|---|---|---|---|---|
"""
NAMES = {
    "whole": "de hele woordenlijst, met woordvormen, samenstellingen en zinsverband, naast spaCy",
    "literals": "alleen de letterlijke woorden, naast spaCy",
    "regexes": "alleen de letterlijke woorden, naast één reguliere expressie na de andere",
    "cards": "alles wat `cards()` doet, ook de hulp bij leesbaarheid, naast spaCy",
}
PEERS = """
- **spaCy** {version}: `spacy.blank("nl")` met `PhraseMatcher(attr="LOWER")` op de {literals} letterlijke
  woorden en woordgroepen van dezelfde lijst. Het knippen in woorden (`make_doc`) telt mee, en ook de plaats
  van elke vondst. spaCy zoekt geen woordvormen, geen samenstellingen en geen zinsverband.
  Woorden die in bijna elke zin staan (*de*, *een*) zoekt de hele woordenlijst alleen waar de rest van de
  zin past. spaCy zoekt ze overal. Dat maakt de eerste rij ongeveer een tiende gunstiger voor ons.
- **Eén reguliere expressie na de andere**: `re`, per woord `\\bwoord\\b`, op tekst in kleine letters.

Voor de laatste rij is er geen eis: daar doet spaCy maar een deel van het werk.

## Dezelfde vondsten

"""
SPACY = """\
- Naast spaCy: {same} vondsten zijn gelijk, naar plaats en woord. {differ}
  Een woord is bij ons heel als er geen letter, cijfer of laag streepje tegenaan staat. spaCy knipt soms
  grover. Daardoor vonden wij {cut} keer een woord midden in wat spaCy als één woord ziet{examples}.
  Die vondsten tellen niet als gelijk.
"""
REGEXES = """\
- Naast de reguliere expressies: {same} vondsten zijn gelijk. {differ}
"""
NONE, SOME = "Andere verschillen: geen.", "Andere verschillen: {count}. Dat is een fout."
TAIL = """
## De tekst

De tekst is gemaakt uit bouwstenen, in de taal van beleidsnota's: kopjes, alinea's, opsommingen, verwijzingen
en samenstellingen. Eén op de twaalf zinnen komt uit de zinnen waarmee de woordenlijst is afgesteld. De
zinnen waarmee wij de kwaliteit meten, zijn niet gebruikt. Een bladzijde is 450 woorden.

## Als aanwijzing

Op de machine van deze meting, op één kern: {aids}.
Op een andere machine is dat anders; de verhouding verschilt minder.

## Wat het niet zegt

Hoe lang het openen van een Word-bestand of PDF duurt, zit hier niet in. Snel lezen zegt niets over goed
lezen: zie [leeskwaliteit.md](leeskwaliteit.md).
"""


def page(result: Result) -> str:
    """The whole page."""
    first = result.demands[0]
    head = HEAD.format(warm_up=PAGES_TO_WARM_UP, rounds=len(first.paired.ours))
    rows = "".join(map(_row, result.demands))
    peers = PEERS.format(version=result.spacy, literals=_whole(result.literals))
    same = SPACY.format(
        **_same(result.beside_spacy),
        cut=_whole(result.beside_spacy.cut.total()),
        examples=_examples(result.beside_spacy),
    )
    same += REGEXES.format(**_same(result.beside_regexes))
    return head + rows + peers + same + TAIL.format(aids=_speeds(result))


def _row(one: Demand) -> str:
    ratios = one.paired.ratios
    asked = "geen" if one.at_least is None else f"minstens {_number(one.at_least)}"
    shown = " | ".join(map(_number, (ratios[0], one.paired.ratio, ratios[-1])))
    return f"| {NAMES[one.name]} | {one.pages} bladzijden | {asked} | {shown} |\n"


def _same(found: Compared) -> dict[str, str]:
    differ = SOME.format(count=len(found.differ)) if found.differ else NONE
    return {"same": _whole(found.same), "differ": differ}


def _examples(found: Compared) -> str:
    words = sorted({word.lower().strip(".,;:()“”") for word, _ in found.cut.most_common(4)})
    return f" (zoals {', '.join(f'*{word}*' for word in words)})" if words else ""


def _speeds(result: Result) -> str:
    whole, everything = result.demands[0], result.demands[-1]
    return (
        f"de hele woordenlijst leest ongeveer {_per_second(whole)} bladzijden per seconde, "
        f"`cards()` ongeveer {_per_second(everything)}"
    )


def _per_second(one: Demand) -> str:
    times = sorted(one.paired.ours)
    return _whole(round(one.pages / times[len(times) // 2], -1))


def _number(value: float) -> str:
    """One figure behind the comma for what is small, none for what is large."""
    return f"{value:.1f}".replace(".", ",") if value < 10 else _whole(round(value))


def _whole(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
