"""The words of docs/methoden/leeskwaliteit.md around its tables."""

TOO_FEW = "te weinig voorbeelden om iets te zeggen"
NOT_ONE = "geen enkel patroon"

HEAD = """# Leeskwaliteit: hoe vaak stelt de leeshulp de goede vraag?

Deze pagina is gemaakt met `python -m tools.reading_quality --write`. Verander haar niet met de
hand. Hoe de leeshulp werkt, staat in [leeshulp.md](leeshulp.md).

## Waarmee is gemeten?

Met {total} korte teksten die voor deze meting zijn geschreven. Bij {asked} daarvan hoort minstens
één vraag over een *niet*-criterium. Bij de andere hoort geen vraag. Een deel daarvan lijkt op een
tekst waar wel een vraag bij hoort: een *bijna-treffer*.

- **Twee schrijvers** maakten elk ongeveer de helft. Zij hadden de criteria, en hebben de
  woordenlijst en elkaars teksten nooit gezien.
- De ene helft is bewaard voordat de woordenlijst er was, de andere voordat zij werd verbeterd. Ze
  zijn nooit gebruikt om de lijst beter te maken, en mogen daar nooit voor worden gebruikt.
- Elke schrijver bepaalde zelf bij elke tekst welke vragen erbij horen. Een ander zou soms anders
  kiezen. Hoe vaak, weten wij niet.
- De teksten zijn korter en **explicieter dan echt beleid**. In echt beleid vindt de leeshulp
  waarschijnlijk een kleiner deel. Hoeveel kleiner, is niet gemeten.
- Alle teksten zijn Nederlands. In echt beleid hoort bij een veel kleiner deel van de zinnen een
  vraag. Dan zijn er naast elke goede vraag meer vragen die niet nodig waren.

## Wat betekenen de cijfers?

- **Terecht**: van de teksten waar de leeshulp een vraag stelt, het deel waar een mens die ook
  stelt. In de vakwereld heet dat precisie.
- **Gevonden**: van de teksten waar een mens een vraag stelt, het deel waar de leeshulp die ook
  stelt. In de vakwereld heet dat recall.
- Tussen haakjes staat het 95%-interval van Wilson. Het kent alleen het toeval, niet de grenzen
  hierboven.
- Onder de 10 teksten staat er: *te weinig voorbeelden om iets te zeggen*.
- Een kaart die apart staat omdat de tekst iets lijkt te verbieden, telt niet als vraag.

Deze cijfers gaan over de leeshulp. Ze zeggen niets over een beleid.

## Komt er een kaart?

Op hoeveel teksten komt minstens één kaart over een *niet*-criterium, over welk criterium ook? In
de eerste kolom met cijfers hoort dat zo. In de twee kolommen erna is elke kaart er een te veel.

| weergave | teksten met een vraag | bijna-treffers | onschuldige teksten |
|---|---|---|---|
"""

WRITERS_HEAD = """
De twee schrijvers kozen andere teksten. Daarom staan zij ook apart, in de gewone weergave:

| schrijver | teksten met een vraag | bijna-treffers | onschuldige teksten |
|---|---|---|---|
"""

ANSWER = """
In gewone woorden, voor de gewone weergave: van de {should} teksten met een vraag vond de leeshulp
er {found}. **De andere {missed} miste zij.** Van de {cards} teksten met een kaart waren er
{found} met een vraag: {share}. Geen kaart zegt dus weinig. Lees de tekst ook zelf.
"""

CRITERIA_HEAD = """
## Per criterium, in {view}

Een kaart telt hier bij elk criterium dat zij noemt. Goed is alleen: precies dat criterium. De
aantallen zijn teksten.

| criterium | gevraagd door de leeshulp | terecht | gevraagd door een mens | gevonden |
|---|---:|---|---:|---|
"""

PATTERNS_HEAD = """
## Per patroon

In de hele lijst, ook van patronen die niet in de gewone weergave staan. Terecht is hier: een mens
stelt bij deze tekst een vraag over minstens één van de *niet*-criteria van de kaart.

| patroon | kaarten | terecht | gewone weergave |
|---|---:|---|---|
"""

TAIL = """
Nog {silent} patronen met een vraag gaven op deze teksten geen kaart over een *niet*-criterium.
Over die patronen zegt deze meting niets.

## Wat uit staat

Is van minstens 10 kaarten van een patroon minder dan 30% terecht? Dan staat dat patroon niet in
de gewone weergave. Dat volgt uit de tabel hierboven: {off}. De lijst staat in
`src/waterpas/reading/lexicon/data/measured.yaml`.

Een patroon kan ook om een andere reden niet in de gewone weergave staan: het is vaak onschuldig
(`false_alarm: high`), het gaat niet over een *niet*-criterium, of de makers van de lijst zetten
het zelf uit (`quiet: true`).
"""
