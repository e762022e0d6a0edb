"""Dutch policy text out of building blocks: always the same for the same seed, about nobody.

One sentence in twelve comes from the passages the lexicon was tuned with, so that there is much to
find; the others are what fills most policies. Compounds give the long tail of rare words that real
policies have.
"""

from collections.abc import Iterator
from random import Random

from tests.reading_texts import development
from waterpas.reading import Block, Document

PASSAGE_PER_SENTENCES = 12
WORDS_PER_PAGE = 450
IN_CAPITALS, HARD_LINE_END, QUOTED = 0.01, 0.02, 0.02
LONG_COMPOUND = 0.2

WHO = """
het college|de gemeenteraad|de consulent|de behandelaar|de teamleider|het wijkteam|de afdeling|
de inwoner|de aanvrager|een ouder|de directeur|de klantmanager|een medewerker van de balie|
de jongerenwerker|het samenwerkingsverband|de woningcorporatie|de portefeuillehouder|wij|
de GGD|de beleidsadviseur|iedere deelnemer|de uitvoerende organisatie|de regisseur|het bestuur
"""
DOES = """
beoordeelt|bespreekt|controleert|regelt|meldt|bewaakt|onderzoekt|verstrekt|beschrijft|stimuleert|
ondersteunt|organiseert|betaalt|weigert|registreert|evalueert|bekostigt|verwerkt|toetst|begeleidt
"""
DONE = """
vastgesteld|uitgevoerd|gemeld|afgestemd|besproken|verlengd|gepubliceerd|ingetrokken|verstrekt|
beoordeeld|gecontroleerd|vastgelegd|geregistreerd|aangevraagd|opgeschort|ingezet|toegekend
"""
WHEN = """
binnen zes weken|voor 1 maart|elk kwartaal|in de eerste helft van het jaar|
na afloop van het traject|tijdens het gesprek|op verzoek|uiterlijk in 2027|per 1 januari|
zodra de aanvraag compleet is|
jaarlijks|twee keer per jaar|vóór de zomer|in overleg met de raad|zo spoedig mogelijk
"""
WHY = """
zodat niemand onnodig wacht|omdat de wet dit vraagt|om de kosten te beheersen|
zodat de lasten eerlijk verdeeld zijn|omdat de huidige regeling afloopt|
om overlast in de buurt te voorkomen|zodat de ondersteuning aansluit op de vraag|
met als doel een gezonde leefomgeving|omdat de middelen van het Rijk dalen|
om het vertrouwen van inwoners te vergroten|zodat de keten goed samenwerkt
"""
NOTE = """
zie art. 3, lid 2, jo. art. 4 Pw|d.w.z. ten hoogste € 1.250 per jaar|bijv. via de website|
zie bijlage 2|conform de Algemene wet bestuursrecht|m.u.v. spoedzaken|zie par. 4.2|o.a. per e-mail
"""
KIND = """
nieuwe|jaarlijkse|tijdelijke|financiële|gemeentelijke|regionale|persoonlijke|landelijke|wettelijke|
digitale|integrale|structurele|aanvullende|algemene|bijzondere|bestaande|duurzame|lokale|preventieve
"""
FIRST = """
jeugd|wijk|zorg|arbeids|woning|subsidie|veiligheids|cultuur|sport|gezondheids|onderwijs|inkomens|
schuld|participatie|milieu|verkeers|parkeer|energie|klimaat|groen|speel|horeca|vergunning|handhavings|
welzijns|mantelzorg|ouderen|gezins|opvang|leerlingen|vrijwilligers|ondernemers|bedrijven|winkel|
centrum|bouw|huur|water|afval|bibliotheek|evenementen|informatie|privacy|kwaliteits|personeels|
begrotings|belasting|armoede|bijstands|dienst|buurt|dorps|regio|project|keten|cliënten|netwerk
"""
SECOND = """
beleid|aanpak|regeling|plan|besluit|voorziening|budget|loket|overleg|project|programma|verordening|
onderzoek|visie|nota|kader|team|teams|traject|trajecten|aanbod|subsidie|controle|controles|toets|
gesprek|gesprekken|agenda|fonds|pas|coach|wet|werk|centrum|raad|commissie|rapportage|registratie|
monitor|afspraken|maatregelen|plannen|doelen|kosten|uitgaven|partners|adviezen|criteria|regels|
taken|dossiers|gegevens|systeem|adviseur|advies|locatie|ondersteuning|begeleiding|gebied|gebieden
"""
SENTENCES = """
{Who} {does} {when} de {kind} {noun}.
{Who} {does} de {noun} {when}, {why}.
De {noun} wordt {when} {done} ({note}).
In de {kind} {noun} staat hoe {who} de {noun} {does}.
De {noun} en de {noun} worden {done}, {why}.
Voor de {noun} is {when} € {money} beschikbaar.
{Who} kan {when} bezwaar maken tegen de {noun}, {note}.
Deze {noun} geldt voor {who} en voor iedereen die een {noun} aanvraagt.
Wie een {noun} heeft, hoeft geen {kind} {noun} aan te vragen.
Als de {noun} niet is {done}, {does} {who} de aanvraag opnieuw.
De ambitie is dat {percent}% van de {noun} {when} is {done}.
{Who} {does} of de {noun} past bij de {kind} {noun}.
Uit de {noun} blijkt dat de {kind} {noun} {percent}% duurder is dan geraamd.
Bij de {noun} kijkt {who} naar leeftijd, inkomen, woonsituatie en {noun}.
Zowel de {noun} als de {noun} dragen bij aan een {kind} {noun}, {why}.
Volgens {who} is de {noun} nodig: zonder {noun} loopt de {noun} vast.
De raad heeft op {day} de {kind} {noun} {done}; {who} {does} daarna de {noun}.
Er komt {when} een {kind} {noun}, samen met {who}.
Daarvoor is het van belang dat {who} de {noun} kent en dat de {noun} op orde is.
De {noun}- en {noun} gelden voor inwoner(s)/ondernemer(s) met een {noun}/{noun}.
Per wijk/buurt/dorp bepaalt {who} de {noun} (aanvraag/controle/huisbezoek) in 2026-2030.
Voor het no-show-beleid en het vier-ogen-principe bij de {noun} geldt: {note}.
Hoe de {noun} en de {kind} {noun} samenhangen, {does} {who} {when}.
"""
HEADINGS = """
Inleiding|Aanleiding en doel|Wat wij willen bereiken|De {noun}|Werkwijze|Rollen en taken|Financiën|
Planning|Communicatie|De {kind} {noun}|Samenwerking met partners|Voorwaarden|Toezicht|Tot slot
"""


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


SLOTS = {
    "who": _parts(WHO),
    "does": _parts(DOES),
    "done": _parts(DONE),
    "when": _parts(WHEN),
    "why": _parts(WHY),
    "note": _parts(NOTE),
    "kind": _parts(KIND),
}
HALVES = _parts(FIRST), _parts(SECOND)
TEMPLATES = SENTENCES.strip().splitlines()
TITLES = _parts(HEADINGS)


class Writer:
    """Writes policy text. The same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._passages = [passage["text"] for passage in development()]

    def documents(self, pages: int, *, pages_each: int = 10) -> list[Document]:
        """Documents of so many pages together."""
        counts = [pages_each] * (pages // pages_each) + [pages % pages_each]
        return [self.document(count, f"nota {at}") for at, count in enumerate(counts, 1) if count]

    def document(self, pages: int, name: str) -> Document:
        """One document of so many pages of 450 words."""
        blocks = tuple(self._blocks(pages * WORDS_PER_PAGE))
        return Document(name=name, format="txt", sha256="", blocks=blocks, pages=None, notes=())

    def _blocks(self, words: int) -> Iterator[Block]:
        number, under = 0, ("Inleiding",)
        while words > 0:
            number += 1
            if number % 6 == 1:
                under = (self._filled(self._random.choice(TITLES)),)
                yield Block(kind="heading", level=1, number=number, text=under[0])
                continue
            kind = self._random.choice(("paragraph", "paragraph", "paragraph", "item"))
            count = 1 if kind == "item" else self._random.randint(2, 7)
            text = " ".join(self.sentence() for _ in range(count))
            words -= len(text.split())
            yield Block(kind=kind, number=number, text=text, under=under)

    def sentence(self) -> str:
        """One sentence, now and then with a word in capitals, a quotation or a hard line end."""
        if self._random.randrange(PASSAGE_PER_SENTENCES) == 0:
            return str(self._random.choice(self._passages))
        text = self._filled(self._random.choice(TEMPLATES))
        if self._random.random() < QUOTED:
            text = f"“{text}”"
        if self._random.random() < HARD_LINE_END:
            text = text.replace(", ", ",\n", 1)
        if self._random.random() < IN_CAPITALS:
            text = text.upper()
        return text

    def _filled(self, template: str) -> str:
        pieces = template.split("{")
        filled = [pieces[0]]
        for piece in pieces[1:]:
            slot, _, rest = piece.partition("}")
            filled += [self._slot(slot), rest]
        return "".join(filled)

    def _slot(self, slot: str) -> str:
        choose, number = self._random.choice, self._random.randint
        if slot == "noun":
            return self._noun()
        if slot == "Who":
            return choose(SLOTS["who"]).capitalize()
        if slot == "money":
            return f"{number(1, 900)}.000"
        if slot == "percent":
            return str(number(2, 98))
        if slot == "day":
            return f"{number(1, 28)} {choose(('maart', 'juni', 'oktober'))} 2025"
        return choose(SLOTS[slot])

    def _noun(self) -> str:
        """A compound; common words come back often and rare ones seldom, as in any text."""
        first, second = (half[int(len(half) * self._random.random() ** 2)] for half in HALVES)
        if self._random.random() < LONG_COMPOUND:
            return self._random.choice(HALVES[0]) + first + second
        return first + second
