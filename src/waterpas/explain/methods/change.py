"""Did it work, and for whom: whether a gap changed since a measure."""

from waterpas.codebooks.columns import names_periods
from waterpas.explain.methods.change_picture import QUESTION, picture
from waterpas.explain.methods.change_words import words
from waterpas.explain.methods.model import Ask, Method
from waterpas.explain.notes import NOTES
from waterpas.measure.change import change
from waterpas.measure.changes.periods import are_periods
from waterpas.texts import mark

ANSWERS = {
    "gap-smaller": mark(
        "Sinds %(since)s is het verschil tussen %(unit)s met %(group)s en %(reference)s kleiner "
        "geworden. %(from_to)s %(by_how_much)s"
    ),
    "gap-larger": mark(
        "Sinds %(since)s is het verschil tussen %(unit)s met %(group)s en %(reference)s groter "
        "geworden. %(from_to)s %(by_how_much)s"
    ),
    "gap-turned": mark(
        "Sinds %(since)s is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "omgedraaid. %(from_to)s %(by_how_much)s"
    ),
    "perhaps-smaller": mark(
        "Er is een aanwijzing dat het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s kleiner is geworden. Vastgesteld is dat nog niet. %(from_to)s "
        "%(by_how_much)s %(how_long)s"
    ),
    "perhaps-larger": mark(
        "Er is een aanwijzing dat het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s groter is geworden. Vastgesteld is dat nog niet. %(from_to)s "
        "%(by_how_much)s %(how_long)s"
    ),
    "perhaps-turned": mark(
        "Er is een aanwijzing dat het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s is omgedraaid. Vastgesteld is dat nog niet. %(from_to)s "
        "%(by_how_much)s %(how_long)s"
    ),
    "smaller-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Waar de maatregel gold, is het nu "
        "kleiner dan zonder de maatregel naar verwachting was. %(between)s"
    ),
    "larger-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Waar de maatregel gold, is het nu "
        "groter dan zonder de maatregel naar verwachting was. %(between)s"
    ),
    "other-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Waar de maatregel gold, is het nu "
        "anders dan zonder de maatregel naar verwachting was. %(between)s"
    ),
    "perhaps-smaller-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Er is een aanwijzing dat het, waar "
        "de maatregel gold, nu kleiner is dan zonder de maatregel naar verwachting was. "
        "Vastgesteld is dat nog niet. %(between)s %(how_long)s"
    ),
    "perhaps-larger-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Er is een aanwijzing dat het, waar "
        "de maatregel gold, nu groter is dan zonder de maatregel naar verwachting was. "
        "Vastgesteld is dat nog niet. %(between)s %(how_long)s"
    ),
    "perhaps-other-than-elsewhere": mark(
        "Waar de maatregel gold, is het verschil tussen %(unit)s met %(group)s en %(reference)s "
        "sinds %(since)s %(moved)s, elders %(moved_elsewhere)s. Er is een aanwijzing dat het, waar "
        "de maatregel gold, nu anders is dan zonder de maatregel naar verwachting was. "
        "Vastgesteld is dat nog niet. %(between)s %(how_long)s"
    ),
    "trend-already": mark(
        "Het verschil tussen %(unit)s met %(group)s en %(reference)s veranderde al vóór %(since)s, "
        "en ging daarna dezelfde kant op. Dat de maatregel daar iets aan toevoegde, is niet "
        "aangetoond. %(from_to)s %(by_how_much)s"
    ),
    "apart-already": mark(
        "Het verschil tussen %(unit)s met %(group)s en %(reference)s veranderde al vóór %(since)s "
        "anders dan op plaatsen zonder de maatregel, en ging daarna zo door. Dat de maatregel daar "
        "iets aan toevoegde, is niet aangetoond. %(by_how_much)s"
    ),
    "not-shown": mark(
        "Dat het verschil tussen %(unit)s met %(group)s en %(reference)s sinds %(since)s "
        "%(changed)s, is niet aangetoond. Het is ook niet uitgesloten. %(from_to)s "
        "%(by_how_much)s Een verandering van minstens %(smallest_change_size)s per 1.000 hadden "
        "wij met deze aantallen waarschijnlijk gezien, een kleinere vaak niet. %(how_long)s"
    ),
    "too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s, vóór of na %(since)s, om te zeggen of het "
        "verschil met %(reference)s veranderde. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "cannot-empty": mark(
        "Of het verschil tussen %(unit)s met %(group)s en %(reference)s veranderde, is zo niet te "
        "zeggen: er is geen periode vóór of geen periode na %(since)s waarin beide voorkomen. Neem "
        "langere periodes, of een andere plaats."
    ),
    "cannot-hidden": mark(
        "Of het verschil tussen %(unit)s met %(group)s en %(reference)s veranderde, is zo niet te "
        "zeggen: de bron verborg aantallen. Neem langere periodes of grotere groepen."
    ),
    "cannot-same": mark(
        "Bij %(unit)s met %(group)s en %(reference)s kreeg steeds iedereen de uitkomst, of juist "
        "niemand. Dan is er geen verschil dat kan veranderen."
    ),
    "by-reference": mark(
        "Let op bij %(group)s: het verschil werd kleiner, maar bij deze groep zelf is geen "
        "verandering aangetoond. Het veranderde bij %(reference)s."
    ),
    "shift-seen": mark(
        "Bij %(group)s was voor het eerst te zien dat het verschil anders bleef dan vroeger na "
        "%(seen_after)s met de maatregel."
    ),
}
FIGURES = {
    "counted": mark("verandering van het verschil"),
    "rate-before": mark("hoe vaak, vóór de maatregel"),
    "rate-after": mark("hoe vaak, sinds de maatregel"),
    "reference-before": mark("hoe vaak bij wie ermee vergeleken is, ervoor"),
    "reference-after": mark("hoe vaak bij wie ermee vergeleken is, sindsdien"),
    "gap-before": mark("verschil vóór de maatregel"),
    "gap-after": mark("verschil sinds de maatregel"),
    "change": mark("verandering van het verschil"),
    "own-change": mark("verandering bij de groep zelf"),
    "reference-change": mark("verandering bij wie ermee vergeleken is"),
    "elsewhere-before": mark("verschil vóór de maatregel, op plaatsen zonder de maatregel"),
    "elsewhere-after": mark("verschil sinds de maatregel, op plaatsen zonder de maatregel"),
    "elsewhere": mark("verandering van het verschil op plaatsen zonder de maatregel"),
    "beyond": mark("verandering van het verschil, meer dan op plaatsen zonder de maatregel"),
    "own-beyond": mark("verandering bij de groep zelf, meer dan op plaatsen zonder de maatregel"),
    "smallest-change": mark("kleinste verandering die wij waarschijnlijk hadden gezien"),
    "periods-halved": mark("zo veel periodes nodig om te zien of het verschil halveert"),
    "periods-closed": mark("zo veel periodes nodig om te zien of het verschil verdwijnt"),
    "step": mark("stap bij het begin van de maatregel, naast de oude lijn"),
    "trend-before": mark("verandering per periode vóór de maatregel"),
    "trend-bend": mark("hoeveel sneller of langzamer per periode sindsdien"),
    "outside": mark("periodes sindsdien die buiten het gewone van vroeger liggen"),
    "seen-from": mark("te zien vanaf zo veel periodes met de maatregel"),
    "gap": mark("verschil in deze periode"),
    "gap-elsewhere": mark("verschil in deze periode op plaatsen zonder de maatregel"),
}
ASIDE = ("step", "trend-before", "trend-bend", "outside", "seen-from")
UNSAID = {
    "why": mark(
        "Dit zegt niet dat de maatregel de oorzaak is. Het zegt alleen of het verschil sindsdien "
        "anders is."
    ),
    "other-things": mark(
        "In dezelfde tijd kan er meer veranderd zijn: een nieuwe wet, andere aanvragen, een andere "
        "werkwijze. Vraag dat na."
    ),
    "would-have": mark(
        "Hoe het zonder de maatregel was gegaan, weten wij niet. Plaatsen zonder de maatregel "
        "helpen daarbij, als zij er vooraf op lijken."
    ),
    "other-people": mark(
        "Wie er kwam, kan veranderd zijn. Een kleiner verschil kan ook komen doordat mensen "
        "afhaakten."
    ),
}
NOTES_OF_CHANGE = {
    "before-after-only": mark(
        "Er zijn minder dan acht periodes vóór of na het begin van de maatregel. Daarom is alleen "
        "ervoor met erna vergeleken. Of het verschil al aan het veranderen was, is zo niet te zien."
    ),
    "few-points": mark(
        "Er zijn minder dan %(points)s periodes vóór of na het begin van de maatregel. Lijken "
        "periodes die op elkaar volgen op elkaar, dan kunnen de grenzen rond de stap en de oude "
        "lijn te smal zijn."
    ),
    "periods-not-shown": mark(
        "Het verschil per periode staat er niet bij: in een groep gaat het om te weinig mensen."
    ),
    "unknown-left-out": mark(
        "In de kolom '%(column)s' is soms niets of 'onbekend' ingevuld. Dat telt hier niet mee."
    ),
    "places-not-known": mark(
        "Er zijn maar twee soorten plaatsen: met en zonder de maatregel. De onzekerheid gaat "
        "daarom alleen over toeval bij mensen. Dat plaatsen ook zonder maatregel van elkaar "
        "verschillen, zit er niet in. Kies een kolom met de plaatsen als u die heeft."
    ),
    "places-too-few": mark(
        "Er zijn zo weinig plaatsen dat ook een andere keuze van plaatsen vaak zo'n groot verschil "
        "kan geven. Meer dan een aanwijzing kan het daarom niet worden."
    ),
    "places-left-out": mark(
        "Niet meegeteld, omdat daar niet ervoor én erna beide groepen voorkomen: %(levels)s."
    ),
    "places-left-out-some": mark(
        "Sommige plaatsen tellen niet mee, omdat daar niet ervoor én erna beide groepen voorkomen."
    ),
    "permuted": mark(
        "De maatregel had ook op andere plaatsen kunnen gelden. Bij %(times)s van de %(ways)s "
        "manieren om hem te verdelen, deze ook, is de verandering minstens zo groot."
    ),
    "never-halved": mark(
        "Of het verschil halveert, is met zo weinig mensen vóór de maatregel niet te zien, hoe "
        "lang u ook wacht."
    ),
    "never-closed": mark(
        "Of het verschil verdwijnt, is met zo weinig mensen vóór de maatregel niet te zien, hoe "
        "lang u ook wacht."
    ),
    "rounded-in-intervals": mark(
        "De aantallen zijn door de bron afgerond op %(to)s. De grenzen van de verandering houden "
        "daar rekening mee. De grenzen van het deel ervoor en erna kunnen iets te smal zijn."
    ),
    "rounded-not-watched": mark(
        "Door het afronden zeggen wij hier niet welke periodes buiten het gewone liggen, en na "
        "hoeveel tijd het verschil anders bleef."
    ),
}
METHOD_NOTE = mark(
    "Verschil vóór en na: periodes gewogen volgens Mantel-Haenszel, gelijk voor groep en "
    "referentie. Interval: square-and-add van Wilson-intervallen (Zou en Donner), wijder als "
    "periodes meer schommelen dan toeval (vanaf 8 periodes aan elke kant). Met plaatsen: "
    "difference-in-differences van het verschil (triple difference), met een permutatietoets over "
    "plaatsen. Vanaf 8 periodes aan elke kant: interrupted time series met Newey-West "
    "(grenzen van Kiefer en Vogelsang), een p-chart met de correctie van Laney en een CUSUM, met "
    "limieten waarbij een hele reeks zonder verandering in 5 van de 100 gevallen alarm geeft. "
    "P-waarden aangepast volgens Benjamini-Hochberg."
)

METHOD = Method(
    id="change",
    question=QUESTION,
    about=mark(
        "U ziet voor elke groep of het verschil met anderen kleiner werd sinds een maatregel, hoe "
        "zeker dat is, en hoe lang het duurt voor u het kunt weten."
    ),
    needs=mark(
        "Een tabel met de groepen, de uitkomst en de periode (jaar, kwartaal, maand of dag), van "
        "vóór en van na het begin van de maatregel."
    ),
    asks=(
        Ask(
            name="period",
            kind="column",
            label=mark("In welke kolom staat de periode?"),
            help=mark(
                "Bijvoorbeeld jaren (2023), kwartalen (2023-Q1) of maanden (2023-01). Vanaf acht "
                "periodes ervoor en erna zien wij ook of het verschil al aan het veranderen was."
            ),
            looks=names_periods,
        ),
        Ask(
            name="since",
            kind="level",
            of="period",
            fits=are_periods,
            label=mark("Wat is de eerste periode waarin de maatregel telde?"),
            help=mark(
                "Neem de periode waarin hij echt werkte, niet waarin erover werd besloten. Kies "
                "dit voordat u de cijfers ziet."
            ),
        ),
        Ask(
            name="where",
            kind="column",
            label=mark("Gold de maatregel maar op een deel van de plaatsen?"),
            help=mark(
                "Kies dan de kolom die zegt waar, bijvoorbeeld de wijk of 'proef'. Wij trekken er "
                "dan af wat elders ook veranderde. Gold hij overal, laat dit dan leeg."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="introduced_in",
            kind="level",
            of="where",
            label=mark("Waar gold hij?"),
            help=mark("De waarde in die kolom die zegt dat de maatregel er gold."),
            first=False,
            required=False,
        ),
        Ask(
            name="places",
            kind="column",
            label=mark("In welke kolom staan de plaatsen?"),
            help=mark(
                "Alleen als de kolom hierboven 'ja' of 'nee' zegt. Bijvoorbeeld het team of de "
                "wijk. Plaatsen verschillen ook zonder maatregel: daar houden wij dan rekening mee."
            ),
            first=False,
            required=False,
        ),
    ),
    measure=change,
    answers=ANSWERS,
    figures=FIGURES,
    aside=ASIDE,
    periods="period",
    unsaid=UNSAID,
    notes=NOTES_OF_CHANGE | {"rounding-matters": NOTES["rounding-matters"]},
    drawn=("gap-before", "gap-after", "change"),
    words=words,
    picture=picture,
    method_note=METHOD_NOTE,
)
