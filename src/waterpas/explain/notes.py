"""The sentence that goes with each note."""

from collections.abc import Mapping

from waterpas.explain.numbers import level_text, rates_together, whole
from waterpas.results import Note
from waterpas.tallies.places import listed
from waterpas.texts import Language, mark, translate

NOTES: dict[str, str] = {
    "not-why": mark(
        "Dit zegt niet waarom het verschil er is, en niet of het te rechtvaardigen is. "
        "Dat beoordelen mensen."
    ),
    "herkomst": mark(
        "Herkomst is hier wat het CBS telt: het land waar iemand of een ouder geboren is. Het is "
        "niet huidskleur, religie of ervaren racisme. Wie hier geboren is uit ouders die hier "
        "geboren zijn, telt als Nederlandse herkomst. Huidskleur en religie onderzoekt u anders. "
        "Met een anonieme enquête, waarin mensen eigen woorden kiezen. Met vignetten: korte "
        "verzonnen verhalen waarin maar één ding verschilt. Met gepaarde tests: twee gelijke "
        "verzoeken onder een andere naam. En met meldingen en verhalen."
    ),
    "throwaway-keys": mark(
        "De namen in de kolom '%(column)s' zijn meteen vervangen door willekeurige sleutels. Zij "
        "zijn niet bewaard, en niemand kan terug van een sleutel naar een naam."
    ),
    "order-forgotten": mark(
        "Wie welk oordeel gaf, is meteen vergeten. Het is niet bewaard, en niemand kan het "
        "terugvinden."
    ),
    "row-unsaid": mark(
        "Niet gezegd is wat één rij is (een persoon, aanvraag, besluit of baan). "
        "Lees 'rijen' dus niet als 'mensen'."
    ),
    "effect-unsaid": mark("Niet gezegd is of deze uitkomst gunstig of nadelig is voor mensen."),
    "full-count": mark(
        "Iedereen is geteld. Er is geen steekproef, en dus geen steekproeffout: een fout doordat "
        "u maar een deel telt. De onzekerheid gaat over toeval in het proces. Op een andere dag, "
        "of met een andere medewerker, had de organisatie soms anders besloten."
    ),
    "repeats-allowed": mark(
        "Sommige personen komen vaker voor. De onzekerheid houdt daar rekening mee."
    ),
    "repeats-too-narrow": mark(
        "Een persoon kan hier vaker voorkomen. De onzekerheid is daarom in werkelijkheid groter "
        "dan hier staat."
    ),
    "repeats-unsaid": mark(
        "Niet gezegd is of een persoon vaker kan voorkomen. Als dat zo is, is de onzekerheid "
        "groter dan hier staat."
    ),
    "reference-largest": mark(
        "Niemand koos een referentiegroep. De grootste groep is genomen: %(level)s."
    ),
    "reference-reason": mark("Waarom deze referentiegroep: %(reason)s"),
    "reference-no-reason": mark("Niet gezegd is waarom met deze referentiegroep is vergeleken."),
    "unknown-outcome": mark(
        "Van %(count)s is de uitkomst onbekend. Zij tellen niet mee. Had niemand of juist iedereen "
        "van hen de uitkomst, dan was het %(lowest_rate)s of %(highest_rate)s van elke 1.000."
    ),
    "unknown-outcome-some": mark(
        "Van sommigen is de uitkomst onbekend. Zij tellen niet mee. Hoeveel het er zijn, laten wij "
        "niet zien."
    ),
    "missing-level-some": mark(
        "In de kolom '%(column)s' was soms niets of 'onbekend' ingevuld. Dat staat als '%(level)s'."
    ),
    "looks-missing-some": mark(
        "In de kolom '%(column)s' staat soms '%(level)s'. Dat telt hier als een groep. Is het niet "
        "ingevuld, maak die cellen dan leeg."
    ),
    "person-missing-some": mark(
        "In de kolom '%(column)s' was soms niets ingevuld. Elke zo'n rij telt als een eigen "
        "persoon."
    ),
    "step-unknown-some": mark(
        "Van sommigen is bij een stap niet ingevuld of zij zo ver kwamen. Zij tellen in die stap "
        "niet mee."
    ),
    "unknown-differs": mark(
        "Let op: bij '%(group)s' is de uitkomst vaker of minder vaak onbekend dan bij de "
        "referentiegroep. Dat kan het verschil vertekenen."
    ),
    "small-numbers": mark("Kleine aantallen: dit interval kan te smal zijn."),
    "ratio-undefined": mark(
        "Een verhouding bestaat hier niet: in de referentiegroep kwam de uitkomst niet voor."
    ),
    "ratio-undefined-rounded": mark(
        "Een verhouding is hier niet te berekenen: bij de referentiegroep is het aantal met de "
        "uitkomst na afronding 0. Dat hoeft niet niemand te zijn."
    ),
    "ratio-interval-undefined": mark(
        "Voor deze verhouding bestaat geen interval met twee grenzen."
    ),
    "score-ratio-first": mark(
        "In een groep hebben minder dan %(cases)s mensen de uitkomst. Het gewone interval van een "
        "verhouding is dan te smal: een dat ook dan klopt, staat voorop."
    ),
    "level-asked": mark(
        "U vroeg om intervallen van %(level)s: van 1.000 zulke intervallen liggen er ongeveer "
        "%(hits)s om het echte getal heen. Of iets een verschil of een aanwijzing heet, beslissen "
        "wij altijd met 95%%."
    ),
    "family": mark(
        "Er zijn %(count)s vergelijkingen tegelijk gemaakt. Wie vaak vergelijkt, ziet door toeval "
        "al snel ergens een verschil. Het woord 'verschil' houdt daar rekening mee, het woord "
        "'aanwijzing' niet."
    ),
    "rounded": mark(
        "De aantallen zijn door de bron afgerond op %(to)s. "
        "Onder 'met afronding erbij' staat tussen welke grenzen het cijfer dan nog kan liggen."
    ),
    "rounding-matters": mark(
        "Let op: door de afronding van de aantallen kan dit verschil ook nul zijn."
    ),
    "beside": mark(
        "Niet iedereen in een latere stap zat ook in de stap '%(step)s'. Deze stap staat dus naast "
        "de keten: reken zijn cijfers niet samen met die van een latere stap."
    ),
    "cumulative-unknown": mark(
        "Tot en met de stap '%(step)s' heeft niet elke groep een verhouding. Dat komt doordat de "
        "bron een aantal verborg, of doordat de referentiegroep niemand in die stap heeft. Staan "
        "er twee grenzen, dan ligt de verhouding daartussen."
    ),
    "hit-rate": mark(
        "De stap '%(step)s' telt alleen wie al in de stap '%(of)s' zat: per 1.000 van hen, niet "
        "per 1.000 van iedereen. Wie daar niet in zat, is niet bekeken. Dit zegt dus niet hoe vaak "
        "het bij iedereen voorkomt, en ook niet dat de keuze goed was. Wie vaker zoekt, vindt "
        "vaker: zoekt een organisatie meer bij één groep, dan vindt zij daar meer, ook als het "
        "bij alle groepen even vaak voorkomt. Lees deze trefkans nooit los."
    ),
    "not-the-outcome": mark(
        "Niet geteld als '%(outcome)s': %(values)s. Zij tellen wel mee in het aantal."
    ),
    "published": mark("De aantallen komen van: %(name)s, %(date)s (%(licence)s)."),
    "hidden-counts": mark("In %(rows)s rijen verborg de bron een aantal. Dat is niet nul."),
    "perhaps-rounded": mark(
        "De aantallen hier zijn veelvouden van %(to)s. Rondde de bron af? Dan zijn de grenzen te "
        "smal. Lees de tabel opnieuw in en kies, bij meer instellingen, hoe er is afgerond."
    ),
    "not-rounded": mark(
        "U zegt dat de bron afrondde. In %(rows)s rijen is het aantal daar geen veelvoud van. "
        "Kijk na of dat klopt."
    ),
    "looks-missing": mark(
        "In de kolom '%(column)s' staat %(rows)s keer '%(level)s'. Dat telt hier als een groep. "
        "Is het niet ingevuld, maak die cellen dan leeg."
    ),
    "spelled-apart": mark(
        "In de kolom '%(column)s' staan groepen die alleen in hoofdletters of spaties verschillen: "
        "%(levels)s. Zij tellen apart. Is het één groep, schrijf haar dan overal gelijk."
    ),
    "hidden-interval": mark(
        "De bron verborg hier een aantal. Er is daarom geen kans. In de onzekerheid zitten twee "
        "dingen samen: alle aantallen die het kunnen zijn, en daarbij nog het toeval."
    ),
    "hidden-reference": mark(
        "De bron verborg een aantal van de groep waarmee u vergelijkt. Er is daarom geen "
        "vergelijking. Staan er twee grenzen bij, dan zitten daar twee dingen in: alle aantallen "
        "die het kunnen zijn, en daarbij nog het toeval."
    ),
    "totals-kept": mark(
        "De kolom '%(column)s' bevat totalen die hier als groep meetellen: %(levels)s."
    ),
    "missing-level": mark(
        "In de kolom '%(column)s' was %(rows)s keer niets of 'onbekend' ingevuld. Dat staat als "
        "'%(level)s'."
    ),
    "person-missing": mark(
        "In de kolom '%(column)s' was %(rows)s keer niets ingevuld. "
        "Elke zo'n rij telt als een eigen persoon."
    ),
    "persons-shared": mark(
        "Sommige personen staan in meer dan één groep (kolom '%(column)s'). De onzekerheid van een "
        "verschil rekent alsof elke groep uit andere mensen bestaat, en kan daarom te groot of te "
        "klein zijn."
    ),
    "same-source": mark(
        "Twee van de opgetelde tellingen komen uit dezelfde bron (%(source)s). Wie daarin staat, "
        "telt dubbel."
    ),
    "footnotes": mark(
        "Onder de tabel stond tekst in samengevoegde cellen (rij %(row)s). Die telt niet mee."
    ),
    "sheet-chosen": mark("Gelezen is het blad '%(sheet)s'. Er zijn er meer: %(others)s."),
    "encoding": mark("Het bestand is gelezen als %(encoding)s."),
    "step-unknown": mark(
        "Van %(people)s is bij een stap niet ingevuld of zij zo ver kwamen. "
        "Zij tellen in die stap niet mee."
    ),
}


# Of methods that give no interval for rounding apart: theirs are as wide as that makes them.
IN_INTERVALS: dict[str, str] = {
    "rounded": mark(
        "De aantallen zijn door de bron afgerond op %(to)s. De intervallen houden daar rekening "
        "mee."
    ),
    "hidden-in-source": mark(
        "De bron verborg een deel van de aantallen. De intervallen houden daar rekening mee."
    ),
}
# The same about one person or one row. It goes by the number in the note.
ONE: dict[str, str] = {
    "unknown-outcome": mark(
        "Van 1 is de uitkomst onbekend. Die telt niet mee. Zonder of met de uitkomst bij die ene "
        "was het %(lowest_rate)s of %(highest_rate)s van elke 1.000."
    ),
    "hidden-counts": mark("In 1 rij verborg de bron een aantal. Dat is niet nul."),
    "not-rounded": mark(
        "U zegt dat de bron afrondde. In 1 rij is het aantal daar geen veelvoud van. "
        "Kijk na of dat klopt."
    ),
    "looks-missing": mark(
        "In de kolom '%(column)s' staat 1 keer '%(level)s'. Dat telt hier als een groep. "
        "Is het niet ingevuld, maak die cel dan leeg."
    ),
    "missing-level": mark(
        "In de kolom '%(column)s' was 1 keer niets of 'onbekend' ingevuld. Dat staat als "
        "'%(level)s'."
    ),
    "person-missing": mark(
        "In de kolom '%(column)s' was 1 keer niets ingevuld. Die rij telt als een eigen persoon."
    ),
    "step-unknown": mark(
        "Van 1 is bij een stap niet ingevuld of die zo ver kwam. Die telt in die stap niet mee."
    ),
}
NUMBERS = ("count", "rows", "people")

LEFT_OUT: dict[str, str] = {
    "not-in-layout": mark("staat niet in de indeling"),
    "amount-missing": mark("geen bedrag ingevuld"),
    "totals": mark("totalen van andere rijen"),
}


def left_out_text(reason: str, lang: Language = "nl") -> str:
    """Why rows were left out, in the language asked for."""
    return translate(LEFT_OUT[reason], lang)


def note_text(note: Note, lang: Language = "nl", *, names: Mapping[str, str] | None = None) -> str:
    """The sentence of a note, in the language asked for; `names` gives steps their name."""
    fields = {key: _field(key, each, lang, names or {}) for key, each in note.fields.items()}
    if note.code == "not-the-outcome":
        fields["values"] = _values(note, lang)
    rates = {key: each for key, each in note.fields.items() if key.endswith("_rate")}
    together = rates_together([float(str(each)) for each in rates.values()], lang)
    fields |= dict(zip(rates, together, strict=True))
    return translate(_template(note), lang) % fields


def _template(note: Note) -> str:
    one = any(note.fields.get(name) == 1 for name in NUMBERS)
    return ONE.get(note.code, NOTES[note.code]) if one else NOTES[note.code]


def _values(note: Note, lang: Language) -> str:
    """Values in a row, each with how many people have it where that is told."""
    values, counts = note.fields["values"], note.fields["counts"]
    if not isinstance(values, tuple) or not isinstance(counts, tuple):
        return ""
    if not counts:
        return listed(f"'{value}'" for value in values)
    pairs = zip(values, counts, strict=True)
    return listed(f"'{value}' ({whole(count, lang)})" for value, count in pairs)


def _field(key: str, value: object, lang: Language, names: Mapping[str, str]) -> object:
    if isinstance(value, float) and key == "level":
        return level_text(value, lang)
    return names.get(str(value), value)
