"""A sentence per answer: how long it takes, who gets a decision in time, and who gives up."""

from waterpas.texts import mark

WAITING = {
    "longer": mark(
        "Bij %(unit)s met %(group)s duurt het langer tot er een besluit is dan bij %(reference)s. "
        "%(means)s %(difference)s %(half)s"
    ),
    "shorter": mark(
        "Bij %(unit)s met %(group)s duurt het korter tot er een besluit is dan bij %(reference)s. "
        "%(means)s %(difference)s %(half)s"
    ),
    "perhaps-longer": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s langer duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means)s %(difference)s %(half)s"
    ),
    "perhaps-shorter": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s korter duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means)s %(difference)s %(half)s"
    ),
    "not-shown": mark(
        "Dat het bij %(unit)s met %(group)s langer of korter duurt tot er een besluit is dan bij "
        "%(reference)s, is niet aangetoond. Het is ook niet uitgesloten. %(means)s %(difference)s "
        "Een verschil van minstens %(smallest_difference)s dagen hadden wij met deze aantallen "
        "waarschijnlijk gezien, een kleiner vaak niet. %(half)s"
    ),
    "hidden": mark(
        "Over %(group)s tonen wij dit niet: het gaat om te weinig mensen, of wie het leest zou een "
        "klein aantal mensen kunnen tellen. Dat kan ook als er weinig besluiten vallen tussen twee "
        "dagen die wij noemen, zoals de termijn en de dag waarop de helft een besluit heeft."
    ),
    "too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen of besluiten "
        "om te zeggen hoe lang het duurt. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "too-few-so-far": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: in "
        "de eerste %(horizon)s dagen vielen er aan één van beide kanten te weinig besluiten. Koos "
        "u zelf zo weinig dagen? Kies er dan meer. Anders liggen de besluiten van beide kanten te "
        "ver uit elkaar."
    ),
    "cannot-all-open": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "aan één van beide kanten is er nog geen enkel besluit. Maak de tabel later opnieuw."
    ),
    "cannot-empty": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "aan één van beide kanten is van niemand bekend hoeveel dagen het duurde."
    ),
    "cannot-no-days": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "bijna alle besluiten vielen op de dag zelf."
    ),
    "cannot-too-far": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is tot %(horizon)s dagen "
        "niet te zeggen: zo ver reikt de tabel niet. Kies minder dagen, of maak de tabel later "
        "opnieuw."
    ),
    "cannot-same": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: aan "
        "één van beide kanten duurde het bij iedereen even lang. Dan is niet te zeggen wat toeval "
        "is. Kijk na of de dagen kloppen."
    ),
    "cannot-hidden": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: de "
        "bron verborg aantallen. Wat er bekend is, laat alles open: er zijn misschien te weinig "
        "mensen of besluiten in die dagen. Vraag de aantallen per maand, of kies minder dagen."
    ),
    "cannot-rounded": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: de "
        "aantallen zijn te grof afgerond. Er zijn misschien te weinig mensen of besluiten in die "
        "dagen. Vraag de aantallen per maand of zonder afronding, of kies minder dagen."
    ),
    "longer-rounded": mark(
        "Bij %(unit)s met %(group)s duurt het langer tot er een besluit is dan bij %(reference)s, "
        "welke aantallen er ook echt waren. %(means_between)s %(difference_between)s "
        "%(half_between)s"
    ),
    "shorter-rounded": mark(
        "Bij %(unit)s met %(group)s duurt het korter tot er een besluit is dan bij %(reference)s, "
        "welke aantallen er ook echt waren. %(means_between)s %(difference_between)s "
        "%(half_between)s"
    ),
    "perhaps-longer-rounded": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s langer duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means_between)s "
        "%(difference_between)s %(half_between)s"
    ),
    "perhaps-shorter-rounded": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s korter duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means_between)s "
        "%(difference_between)s %(half_between)s"
    ),
    "not-shown-rounded": mark(
        "Dat het bij %(unit)s met %(group)s langer of korter duurt tot er een besluit is dan bij "
        "%(reference)s, is niet aangetoond. Het is ook niet uitgesloten: de aantallen zijn "
        "afgerond of verborgen. %(means_between)s %(difference_between)s %(half_between)s"
    ),
}
WITHIN = {
    "within-more": mark(
        "%(unit_first)s met %(group)s krijgen vaker binnen %(term)s dagen een besluit dan "
        "%(reference)s. %(within_both)s"
    ),
    "within-less": mark(
        "%(unit_first)s met %(group)s krijgen minder vaak binnen %(term)s dagen een besluit dan "
        "%(reference)s. %(within_both)s"
    ),
    "perhaps-within-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s vaker binnen %(term)s dagen een besluit "
        "krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_both)s"
    ),
    "perhaps-within-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s minder vaak binnen %(term)s dagen een "
        "besluit krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_both)s"
    ),
    "within-not-shown": mark(
        "Dat %(unit)s met %(group)s vaker of minder vaak binnen %(term)s dagen een besluit krijgen "
        "dan %(reference)s, is niet aangetoond. %(within_both)s"
    ),
    "within-nobody": mark(
        "Van %(unit)s met %(group)s en van %(reference)s kreeg niemand binnen %(term)s dagen een "
        "besluit."
    ),
    "within-too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen om te zeggen "
        "wie binnen %(term)s dagen een besluit krijgt."
    ),
    "within-cannot": mark(
        "Wie binnen %(term)s dagen een besluit krijgt, is bij %(unit)s met %(group)s en "
        "%(reference)s niet te zeggen: zo ver reikt de tabel niet, of het zijn te weinig mensen."
    ),
    "within-more-rounded": mark(
        "%(unit_first)s met %(group)s krijgen vaker binnen %(term)s dagen een besluit dan "
        "%(reference)s, welke aantallen er ook echt waren. %(within_between)s"
    ),
    "within-less-rounded": mark(
        "%(unit_first)s met %(group)s krijgen minder vaak binnen %(term)s dagen een besluit dan "
        "%(reference)s, welke aantallen er ook echt waren. %(within_between)s"
    ),
    "perhaps-within-more-rounded": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s vaker binnen %(term)s dagen een besluit "
        "krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_between)s"
    ),
    "perhaps-within-less-rounded": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s minder vaak binnen %(term)s dagen een "
        "besluit krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_between)s"
    ),
    "within-not-shown-rounded": mark(
        "Dat %(unit)s met %(group)s vaker of minder vaak binnen %(term)s dagen een besluit krijgen "
        "dan %(reference)s, is niet aangetoond. Het is ook niet uitgesloten: de aantallen zijn "
        "afgerond of verborgen. %(within_between)s"
    ),
    "within-cannot-rounded": mark(
        "Wie binnen %(term)s dagen een besluit krijgt, is bij %(unit)s met %(group)s en "
        "%(reference)s niet te zeggen: de aantallen zijn afgerond of verborgen. Het zijn er te "
        "weinig om iets uit te sluiten, of zo ver reikt de tabel niet."
    ),
}
GIVING_UP = {
    "gave-up-more": mark(
        "%(unit_first)s met %(group)s haken%(in_days)s vaker af dan %(reference)s, vóór er een "
        "besluit is. %(gave_up_both)s"
    ),
    "gave-up-less": mark(
        "%(unit_first)s met %(group)s haken%(in_days)s minder vaak af dan %(reference)s, vóór er "
        "een besluit is. %(gave_up_both)s"
    ),
    "perhaps-gave-up-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s%(in_days)s vaker afhaken dan "
        "%(reference)s, vóór er een besluit is. Vastgesteld is dat nog niet. %(gave_up_both)s"
    ),
    "perhaps-gave-up-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s%(in_days)s minder vaak afhaken dan "
        "%(reference)s, vóór er een besluit is. Vastgesteld is dat nog niet. %(gave_up_both)s"
    ),
    "gave-up-not-shown": mark(
        "Dat %(unit)s met %(group)s%(in_days)s vaker of minder vaak afhaken dan %(reference)s, is "
        "niet aangetoond. Het is ook niet uitgesloten. %(gave_up_both)s"
    ),
    "gave-up-nobody": mark(
        "Van %(unit)s met %(group)s en van %(reference)s haakte%(in_days)s niemand af."
    ),
    "gave-up-too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen om te zeggen "
        "wie vaker afhaakt."
    ),
    "gave-up-cannot": mark(
        "Wie vaker afhaakt, is bij %(unit)s met %(group)s en %(reference)s niet te zeggen: de "
        "tabel reikt niet ver genoeg, of het zijn te weinig mensen."
    ),
    "gave-up-more-rounded": mark(
        "%(unit_first)s met %(group)s haken%(in_days)s vaker af dan %(reference)s, vóór er een "
        "besluit is, welke aantallen er ook echt waren. %(gave_up_between)s"
    ),
    "gave-up-less-rounded": mark(
        "%(unit_first)s met %(group)s haken%(in_days)s minder vaak af dan %(reference)s, vóór er "
        "een besluit is, welke aantallen er ook echt waren. %(gave_up_between)s"
    ),
    "perhaps-gave-up-more-rounded": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s%(in_days)s vaker afhaken dan "
        "%(reference)s, vóór er een besluit is. Vastgesteld is dat nog niet. %(gave_up_between)s"
    ),
    "perhaps-gave-up-less-rounded": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s%(in_days)s minder vaak afhaken dan "
        "%(reference)s, vóór er een besluit is. Vastgesteld is dat nog niet. %(gave_up_between)s"
    ),
    "gave-up-not-shown-rounded": mark(
        "Dat %(unit)s met %(group)s%(in_days)s vaker of minder vaak afhaken dan %(reference)s, is "
        "niet aangetoond. Het is ook niet uitgesloten: de aantallen zijn afgerond of verborgen. "
        "%(gave_up_between)s"
    ),
    "gave-up-cannot-rounded": mark(
        "Wie vaker afhaakt, is bij %(unit)s met %(group)s en %(reference)s niet te zeggen: de "
        "aantallen zijn afgerond of verborgen. Het zijn er te weinig om iets uit te sluiten, of zo "
        "ver reikt de tabel niet."
    ),
}
ANSWERS = WAITING | WITHIN | GIVING_UP
