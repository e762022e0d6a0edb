"""The answers on pay, a sentence for each code."""

from waterpas.texts import mark

ANSWERS = {
    "hidden": mark(
        "Over %(group)s tonen wij cijfers niet, of niet allemaal: het gaat om te weinig mensen, of "
        "bijna iedereen verdient er hetzelfde. Een cijfer zou dan zeggen wat iemand verdient, of "
        "hoeveel mensen dat zijn."
    ),
    "less": mark(
        "Gemiddeld verdienen %(unit)s met %(who)s minder dan %(reference)s. %(gap_is)s "
        "%(gap_likely)s %(means)s"
    ),
    "perhaps-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s gemiddeld minder verdienen dan "
        "%(reference)s. Vastgesteld is dat nog niet. %(gap_is)s %(gap_likely)s %(means)s"
    ),
    "less-scale": mark(
        "Bij gelijke %(alike)s is tussen %(unit)s met %(who)s en %(reference)s geen verschil "
        "aangetoond. %(alike_is)s %(smallest_remains)s"
    ),
    "less-within": mark(
        "Bij gelijke %(alike)s verdienen %(unit)s met %(who)s minder dan %(reference)s. "
        "%(alike_is)s"
    ),
    "perhaps-less-within": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s bij gelijke %(alike)s minder verdienen "
        "dan %(reference)s. Vastgesteld is dat nog niet. %(alike_is)s"
    ),
    "higher-less": mark(
        "In dezelfde schaal staan %(unit)s met %(who)s lager dan %(reference)s. Neem telkens "
        "één van elk in dezelfde schaal: in %(higher)s van de paren staat de eerste hoger. "
        "Gelijk telt voor de helft. Zonder verschil is het 50%%."
    ),
    "scale-less": mark(
        "In %(here)s verdienen %(unit)s met %(who)s minder dan %(reference)s. %(scale_gap_is)s "
        "%(scale_gap_likely)s"
    ),
    "moved-less": mark(
        "%(unit)s met %(who)s krijgen minder vaak een hogere schaal dan %(reference)s. Van elke"
        " 1.000 waren het er %(moved_rate)s, tegenover %(moved_reference)s. Het verschil ligt "
        "waarschijnlijk tussen %(moved_gap_low)s en %(moved_gap_high)s per 1.000."
    ),
    "moved-perhaps-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s minder vaak een hogere schaal krijgen "
        "dan %(reference)s. Vastgesteld is dat nog niet. Van elke 1.000 waren het er "
        "%(moved_rate)s, tegenover %(moved_reference)s. Het verschil ligt waarschijnlijk tussen"
        " %(moved_gap_low)s en %(moved_gap_high)s per 1.000."
    ),
    "left-less": mark(
        "%(unit)s met %(who)s vertrekken minder vaak dan %(reference)s. Van elke 1.000 waren "
        "het er %(left_rate)s, tegenover %(left_reference)s. Het verschil ligt waarschijnlijk "
        "tussen %(left_gap_low)s en %(left_gap_high)s per 1.000."
    ),
    "left-perhaps-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s minder vaak vertrekken dan "
        "%(reference)s. Vastgesteld is dat nog niet. Van elke 1.000 waren het er %(left_rate)s,"
        " tegenover %(left_reference)s. Het verschil ligt waarschijnlijk tussen "
        "%(left_gap_low)s en %(left_gap_high)s per 1.000."
    ),
    "more": mark(
        "Gemiddeld verdienen %(unit)s met %(who)s meer dan %(reference)s. %(gap_is)s "
        "%(gap_likely)s %(means)s"
    ),
    "perhaps-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s gemiddeld meer verdienen dan "
        "%(reference)s. Vastgesteld is dat nog niet. %(gap_is)s %(gap_likely)s %(means)s"
    ),
    "more-scale": mark(
        "Bij gelijke %(alike)s is tussen %(unit)s met %(who)s en %(reference)s geen verschil "
        "aangetoond. %(alike_is)s %(smallest_remains)s"
    ),
    "more-within": mark(
        "Bij gelijke %(alike)s verdienen %(unit)s met %(who)s meer dan %(reference)s. %(alike_is)s"
    ),
    "perhaps-more-within": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s bij gelijke %(alike)s meer verdienen dan"
        " %(reference)s. Vastgesteld is dat nog niet. %(alike_is)s"
    ),
    "higher-more": mark(
        "In dezelfde schaal staan %(unit)s met %(who)s hoger dan %(reference)s. Neem telkens "
        "één van elk in dezelfde schaal: in %(higher)s van de paren staat de eerste hoger. "
        "Gelijk telt voor de helft. Zonder verschil is het 50%%."
    ),
    "scale-more": mark(
        "In %(here)s verdienen %(unit)s met %(who)s meer dan %(reference)s. %(scale_gap_is)s "
        "%(scale_gap_likely)s"
    ),
    "moved-more": mark(
        "%(unit)s met %(who)s krijgen vaker een hogere schaal dan %(reference)s. Van elke 1.000"
        " waren het er %(moved_rate)s, tegenover %(moved_reference)s. Het verschil ligt "
        "waarschijnlijk tussen %(moved_gap_low)s en %(moved_gap_high)s per 1.000."
    ),
    "moved-perhaps-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s vaker een hogere schaal krijgen dan "
        "%(reference)s. Vastgesteld is dat nog niet. Van elke 1.000 waren het er "
        "%(moved_rate)s, tegenover %(moved_reference)s. Het verschil ligt waarschijnlijk tussen"
        " %(moved_gap_low)s en %(moved_gap_high)s per 1.000."
    ),
    "left-more": mark(
        "%(unit)s met %(who)s vertrekken vaker dan %(reference)s. Van elke 1.000 waren het er "
        "%(left_rate)s, tegenover %(left_reference)s. Het verschil ligt waarschijnlijk tussen "
        "%(left_gap_low)s en %(left_gap_high)s per 1.000."
    ),
    "left-perhaps-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(who)s vaker vertrekken dan %(reference)s. "
        "Vastgesteld is dat nog niet. Van elke 1.000 waren het er %(left_rate)s, tegenover "
        "%(left_reference)s. Het verschil ligt waarschijnlijk tussen %(left_gap_low)s en "
        "%(left_gap_high)s per 1.000."
    ),
    "moved-not-shown": mark(
        "Dat %(unit)s met %(who)s vaker of minder vaak een hogere schaal krijgen dan "
        "%(reference)s, is niet aangetoond. Het is ook niet uitgesloten. Van elke 1.000 waren "
        "het er %(moved_rate)s, tegenover %(moved_reference)s. Het verschil ligt waarschijnlijk"
        " tussen %(moved_gap_low)s en %(moved_gap_high)s per 1.000."
    ),
    "moved-too-few": mark(
        "Bij %(who)s gaat het om te weinig mensen om te zeggen hoe vaak zij een hogere schaal "
        "krijgen. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "moved-cannot": mark(
        "Hoe vaak %(unit)s met %(who)s een hogere schaal krijgen, is zo niet te zeggen: van "
        "hen, of van %(reference)s, is dat van niemand bekend."
    ),
    "left-not-shown": mark(
        "Dat %(unit)s met %(who)s vaker of minder vaak vertrekken dan %(reference)s, is niet "
        "aangetoond. Het is ook niet uitgesloten. Van elke 1.000 waren het er %(left_rate)s, "
        "tegenover %(left_reference)s. Het verschil ligt waarschijnlijk tussen %(left_gap_low)s"
        " en %(left_gap_high)s per 1.000."
    ),
    "left-too-few": mark(
        "Bij %(who)s gaat het om te weinig mensen om te zeggen hoe vaak zij vertrekken. Niet "
        "gezien is niet hetzelfde als niet aanwezig."
    ),
    "left-cannot": mark(
        "Hoe vaak %(unit)s met %(who)s vertrekken, is zo niet te zeggen: van hen, of van "
        "%(reference)s, is dat van niemand bekend."
    ),
    "not-shown": mark(
        "Dat %(unit)s met %(who)s gemiddeld anders verdienen dan %(reference)s, is niet "
        "aangetoond. Het is ook niet uitgesloten. %(gap_is)s %(gap_likely)s %(smallest_gap)s"
    ),
    "alike-not-shown": mark(
        "Ook bij gelijke %(alike)s is tussen %(unit)s met %(who)s en %(reference)s geen "
        "verschil aangetoond. %(alike_is)s %(smallest_remains)s"
    ),
    "too-few": mark(
        "Bij %(who)s, of bij %(reference)s, gaat het om minder dan tien %(unit)s met een bekend"
        " loon. Daarover zeggen wij niets. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "cannot-same": mark(
        "%(unit)s met %(who)s en %(reference)s verdienen allemaal hetzelfde bedrag. Dan is er "
        "geen verschil in loon."
    ),
    "rounded-too-few": mark(
        "Bij %(who)s, of bij %(reference)s, kan het om minder dan tien %(unit)s met een bekend "
        "loon gaan: de aantallen zijn afgerond of verborgen. Daarover zeggen wij niets. Niet "
        "gezien is niet hetzelfde als niet aanwezig."
    ),
    "rounded-open": mark(
        "Of %(unit)s met %(who)s gemiddeld meer of minder verdienen dan %(reference)s, is zo niet "
        "te zeggen. Daarvoor zijn de aantallen te grof afgerond, of te vaak verborgen. "
        "%(gap_rounding)s Vraag om de precieze aantallen, of laat de bron zelf rekenen."
    ),
    "rounded-apart": mark(
        "Hoeveel van het verschil samengaat met %(alike)s, wat er bij gelijke %(alike)s overblijft "
        "en wie hoger staat in dezelfde schaal, zeggen wij niet over %(who)s. Daarvoor zijn "
        "precieze aantallen nodig; deze zijn afgerond of verborgen."
    ),
    "moved-cannot-rough": mark(
        "Hoe vaak %(unit)s met %(who)s een hogere schaal krijgen, is zo niet te zeggen: van hen, "
        "of van %(reference)s, verborg de bron aantallen, of rondde zij die af op 0."
    ),
    "left-cannot-rough": mark(
        "Hoe vaak %(unit)s met %(who)s vertrekken, is zo niet te zeggen: van hen, of van "
        "%(reference)s, verborg de bron aantallen, of rondde zij die af op 0."
    ),
    "cannot-apart": mark(
        "Hoe groot het verschil tussen %(who)s en %(reference)s is bij gelijke %(alike)s, is zo"
        " niet te zeggen. Die kolommen zeggen samen al wie in welke groep zit: nergens komen "
        "beide voor. Kies minder kolommen, of neem waarden samen."
    ),
    "cannot-many": mark(
        "Hoe groot het verschil tussen %(who)s en %(reference)s is bij gelijke %(alike)s, is zo"
        " niet te zeggen. Er zijn te veel verschillende waarden voor zo weinig mensen. Kies "
        "minder kolommen, of neem waarden samen."
    ),
    "higher-not-shown": mark(
        "Dat %(unit)s met %(who)s in dezelfde schaal hoger of lager staan dan %(reference)s, is"
        " niet aangetoond. Neem telkens één van elk in dezelfde schaal: in %(higher)s van de "
        "paren staat de eerste hoger. Zonder verschil is het 50%%."
    ),
    "scale-not-shown": mark(
        "In %(here)s is tussen %(unit)s met %(who)s en %(reference)s geen verschil aangetoond. "
        "%(scale_gap_is)s %(scale_gap_likely)s"
    ),
    "range-found": mark(
        "Zet %(unit)s met %(who)s in een rij van laag naar hoog loon, en %(reference)s ook. Dan"
        " verdienen de eersten op minstens één plek in de rij anders: %(range)s."
    ),
    "range-not-shown": mark(
        "Zet %(unit)s met %(who)s in een rij van laag naar hoog loon, en %(reference)s ook. Op "
        "geen plek in de rij is een verschil aangetoond: %(range)s."
    ),
}
