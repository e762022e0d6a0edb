"""Where a risk profile errs, what it finds, and what a variable carries: the sentences."""

from waterpas.texts import mark

FINDS = {
    "missed-more": mark(
        "Van de %(unit)s met %(group)s bij wie iets te vinden was, sloeg het profiel "
        "%(missed)s van elke 1.000 over. Dat is %(missed_above_reference_size)s per 1.000 meer "
        "dan bij %(reference)s. Het verschil ligt waarschijnlijk tussen "
        "%(missed_above_reference_low)s en %(missed_above_reference_high)s per 1.000."
    ),
    "missed-perhaps-more": mark(
        "Van de %(unit)s met %(group)s bij wie iets te vinden was, sloeg het profiel "
        "%(missed)s van elke 1.000 over. Dat is %(missed_above_reference_size)s per 1.000 meer "
        "dan bij %(reference)s. Het verschil ligt waarschijnlijk tussen "
        "%(missed_above_reference_low)s en %(missed_above_reference_high)s per 1.000. Dit is "
        "een aanwijzing, nog geen vastgesteld verschil."
    ),
    "missed-less": mark(
        "Van de %(unit)s met %(group)s bij wie iets te vinden was, sloeg het profiel "
        "%(missed)s van elke 1.000 over. Dat is %(missed_above_reference_size)s per 1.000 "
        "minder dan bij %(reference)s. Het verschil ligt waarschijnlijk tussen %(less_low)s en "
        "%(less_high)s per 1.000."
    ),
    "missed-perhaps-less": mark(
        "Van de %(unit)s met %(group)s bij wie iets te vinden was, sloeg het profiel "
        "%(missed)s van elke 1.000 over. Dat is %(missed_above_reference_size)s per 1.000 "
        "minder dan bij %(reference)s. Het verschil ligt waarschijnlijk tussen %(less_low)s en "
        "%(less_high)s per 1.000. Dit is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "missed-not-shown": mark(
        "Van de %(unit)s met %(group)s bij wie iets te vinden was, sloeg het profiel "
        "%(missed)s van elke 1.000 over. Een verschil met %(reference)s is niet aangetoond. "
        "Alles van %(missed_above_reference_low)s tot %(missed_above_reference_high)s per "
        "1.000 kan nog.%(could_see)s"
    ),
    "missed-too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s om te zeggen hoe vaak iemand wordt overgeslagen."
    ),
    "missed-cannot": mark(
        "Bij %(unit)s met %(group)s is niet te zeggen hoe vaak iemand wordt overgeslagen: er "
        "is niemand bij wie dat kan, of een aantal is verborgen."
    ),
    "wrongly-chosen-more": mark(
        "Van de %(unit)s met %(group)s bij wie niets te vinden was, koos het profiel "
        "%(wrongly_chosen)s van elke 1.000 toch. Dat is "
        "%(wrongly_chosen_above_reference_size)s per 1.000 meer dan bij %(reference)s. Het "
        "verschil ligt waarschijnlijk tussen %(wrongly_chosen_above_reference_low)s en "
        "%(wrongly_chosen_above_reference_high)s per 1.000."
    ),
    "wrongly-chosen-perhaps-more": mark(
        "Van de %(unit)s met %(group)s bij wie niets te vinden was, koos het profiel "
        "%(wrongly_chosen)s van elke 1.000 toch. Dat is "
        "%(wrongly_chosen_above_reference_size)s per 1.000 meer dan bij %(reference)s. Het "
        "verschil ligt waarschijnlijk tussen %(wrongly_chosen_above_reference_low)s en "
        "%(wrongly_chosen_above_reference_high)s per 1.000. Dit is een aanwijzing, nog geen "
        "vastgesteld verschil."
    ),
    "wrongly-chosen-less": mark(
        "Van de %(unit)s met %(group)s bij wie niets te vinden was, koos het profiel "
        "%(wrongly_chosen)s van elke 1.000 toch. Dat is "
        "%(wrongly_chosen_above_reference_size)s per 1.000 minder dan bij %(reference)s. Het "
        "verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000."
    ),
    "wrongly-chosen-perhaps-less": mark(
        "Van de %(unit)s met %(group)s bij wie niets te vinden was, koos het profiel "
        "%(wrongly_chosen)s van elke 1.000 toch. Dat is "
        "%(wrongly_chosen_above_reference_size)s per 1.000 minder dan bij %(reference)s. Het "
        "verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000. Dit is "
        "een aanwijzing, nog geen vastgesteld verschil."
    ),
    "wrongly-chosen-not-shown": mark(
        "Van de %(unit)s met %(group)s bij wie niets te vinden was, koos het profiel "
        "%(wrongly_chosen)s van elke 1.000 toch. Een verschil met %(reference)s is niet "
        "aangetoond. Alles van %(wrongly_chosen_above_reference_low)s tot "
        "%(wrongly_chosen_above_reference_high)s per 1.000 kan nog.%(could_see)s"
    ),
    "wrongly-chosen-too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s om te zeggen hoe vaak iemand voor niets "
        "wordt gekozen."
    ),
    "wrongly-chosen-cannot": mark(
        "Bij %(unit)s met %(group)s is niet te zeggen hoe vaak iemand voor niets wordt "
        "gekozen: er is niemand bij wie dat kan, of een aantal is verborgen."
    ),
    "profile-finds-more": mark(
        "Het profiel als geheel vond meer dan controle zonder profiel: bij wie het profiel koos "
        "vond men in %(profile_finds)s van elke 1.000 iets%(without)s. Het verschil ligt "
        "waarschijnlijk tussen %(profile_finds_above_random_low)s en "
        "%(profile_finds_above_random_high)s per 1.000."
    ),
    "profile-finds-perhaps-more": mark(
        "Het profiel als geheel vond meer dan controle zonder profiel: bij wie het profiel koos "
        "vond men in %(profile_finds)s van elke 1.000 iets%(without)s. Het verschil ligt "
        "waarschijnlijk tussen %(profile_finds_above_random_low)s en "
        "%(profile_finds_above_random_high)s per 1.000. Dit is een aanwijzing, nog geen "
        "vastgesteld verschil."
    ),
    "profile-finds-less": mark(
        "Het profiel als geheel vond minder dan controle zonder profiel: bij wie het profiel koos "
        "vond men in %(profile_finds)s van elke 1.000 iets%(without)s. Het verschil ligt "
        "waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000."
    ),
    "profile-finds-perhaps-less": mark(
        "Het profiel als geheel vond minder dan controle zonder profiel: bij wie het profiel koos "
        "vond men in %(profile_finds)s van elke 1.000 iets%(without)s. Het verschil ligt "
        "waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000. Dit is een aanwijzing, "
        "nog geen vastgesteld verschil."
    ),
    "profile-finds-not-shown": mark(
        "Niet aangetoond is dat het profiel als geheel meer of minder vond dan controle zonder "
        "profiel: bij wie het profiel koos vond men in %(profile_finds)s van elke 1.000 "
        "iets%(without)s. Alles van %(profile_finds_above_random_low)s tot "
        "%(profile_finds_above_random_high)s per 1.000 kan nog.%(could_see)s"
    ),
    "profile-finds-too-few": mark(
        "Er zijn te weinig controles om te zeggen of het profiel als geheel meer vond dan "
        "controle zonder profiel."
    ),
    "profile-finds-cannot": mark(
        "Niet te zeggen is of het profiel meer vond dan controle zonder profiel: aan één kant "
        "is niemand gecontroleerd, of een aantal is verborgen."
    ),
    "finds-here-more": mark(
        "Bij wie %(group)s heeft, was meer te vinden dan gemiddeld zonder profiel: bij "
        "%(finds_here)s van elke 1.000. Het verschil ligt waarschijnlijk tussen "
        "%(finds_here_above_random_low)s en %(finds_here_above_random_high)s per 1.000."
    ),
    "finds-here-perhaps-more": mark(
        "Bij wie %(group)s heeft, was meer te vinden dan gemiddeld zonder profiel: bij "
        "%(finds_here)s van elke 1.000. Het verschil ligt waarschijnlijk tussen "
        "%(finds_here_above_random_low)s en %(finds_here_above_random_high)s per 1.000. Dit is "
        "een aanwijzing, nog geen vastgesteld verschil."
    ),
    "finds-here-less": mark(
        "Bij wie %(group)s heeft, was minder te vinden dan gemiddeld zonder profiel: bij "
        "%(finds_here)s van elke 1.000. Het verschil ligt waarschijnlijk tussen %(less_low)s "
        "en %(less_high)s per 1.000."
    ),
    "finds-here-perhaps-less": mark(
        "Bij wie %(group)s heeft, was minder te vinden dan gemiddeld zonder profiel: bij "
        "%(finds_here)s van elke 1.000. Het verschil ligt waarschijnlijk tussen %(less_low)s "
        "en %(less_high)s per 1.000. Dit is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "finds-here-not-shown": mark(
        "Niet aangetoond is dat kiezen op %(group)s meer of minder vindt dan loten: daar was "
        "bij %(finds_here)s van elke 1.000 iets te vinden. Alles van "
        "%(finds_here_above_random_low)s tot %(finds_here_above_random_high)s per 1.000 kan "
        "nog.%(could_see)s"
    ),
    "finds-here-too-few": mark(
        "Bij %(group)s zijn te weinig %(unit)s om te zeggen of daar meer te vinden was."
    ),
    "finds-here-cannot": mark("Bij %(group)s is niet te zeggen hoe vaak er iets te vinden was."),
    "carries-some": mark(
        "Het %(group)s zegt iets over %(column)s. Wie op dit kenmerk kiest, kiest dus ook op "
        "%(column)s. Op een schaal van 0 (niets) tot 1 (alles) is dat %(carries)s, "
        "waarschijnlijk tussen %(carries_low)s en %(carries_high)s.%(carried)s"
    ),
    "carries-perhaps": mark(
        "Misschien zegt het %(group)s iets over %(column)s. Dit is een aanwijzing, nog niet "
        "vastgesteld. Op een schaal van 0 (niets) tot 1 (alles) is dat %(carries)s, "
        "waarschijnlijk tussen %(carries_low)s en %(carries_high)s.%(carried)s"
    ),
    "carries-not-shown": mark(
        "Niet aangetoond is dat het %(group)s iets zegt over %(column)s. Op een schaal van 0 "
        "(niets) tot 1 (alles) kan het nog van %(carries_low)s tot %(carries_high)s zijn."
    ),
    "carries-too-few": mark(
        "Er zijn te weinig %(unit)s per waarde van het %(group)s om te zeggen wat dat kenmerk "
        "over %(column)s zegt."
    ),
    "carries-cannot-hidden": mark(
        "Er zijn aantallen verborgen. Wat het %(group)s over %(column)s zegt, is zo niet te zeggen."
    ),
    "carries-cannot-one-value": mark(
        "Het %(group)s heeft maar één waarde, of er is maar één groep bekend. Dan kan het "
        "niets over %(column)s zeggen."
    ),
    "errors-cannot": mark(
        "Hoe vaak het profiel zich vergist bij %(unit)s met %(group)s, is zo niet te zeggen: "
        "van wie niet is gekozen, is niet bekend of er iets te vinden was. Dat kan met een "
        "steekproef die het lot kiest."
    ),
    "found-not-asked": mark(
        "Wat er is gevonden, is niet gevraagd. Daarom staat hier alleen de kans op controle."
    ),
    "profile-finds-cannot-compare": mark(
        "Of het profiel meer vindt dan controle zonder profiel, is zo niet te zeggen: er is "
        "geen controle door het lot om naast te leggen."
    ),
}
