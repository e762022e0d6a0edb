"""Who a risk profile chooses: the sentences about the chance of control."""

from waterpas.texts import mark

CHANCES = {
    "chosen-more": mark(
        "Bij %(unit)s met %(group)s was de kans op controle groter dan bij loten: %(chosen)s "
        "van elke 1.000%(at_random)s. Dat is %(chosen_above_random_size)s per 1.000 meer. Het "
        "verschil ligt waarschijnlijk tussen %(chosen_above_random_low)s en "
        "%(chosen_above_random_high)s per 1.000."
    ),
    "chosen-perhaps-more": mark(
        "Bij %(unit)s met %(group)s was de kans op controle groter dan bij loten: %(chosen)s "
        "van elke 1.000%(at_random)s. Dat is %(chosen_above_random_size)s per 1.000 meer. Het "
        "verschil ligt waarschijnlijk tussen %(chosen_above_random_low)s en "
        "%(chosen_above_random_high)s per 1.000. Dit is een aanwijzing, nog geen vastgesteld "
        "verschil."
    ),
    "chosen-less": mark(
        "Bij %(unit)s met %(group)s was de kans op controle kleiner dan bij loten: %(chosen)s "
        "van elke 1.000%(at_random)s. Dat is %(chosen_above_random_size)s per 1.000 minder. "
        "Het verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000."
    ),
    "chosen-perhaps-less": mark(
        "Bij %(unit)s met %(group)s was de kans op controle kleiner dan bij loten: %(chosen)s "
        "van elke 1.000%(at_random)s. Dat is %(chosen_above_random_size)s per 1.000 minder. "
        "Het verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000. Dit "
        "is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "chosen-not-shown": mark(
        "Bij %(unit)s met %(group)s is niet aangetoond dat de kans op controle anders was dan "
        "bij loten: %(chosen)s van elke 1.000%(at_random)s. Alles van "
        "%(chosen_above_random_low)s tot %(chosen_above_random_high)s per 1.000 kan "
        "nog.%(could_see)s"
    ),
    "chosen-too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s om iets te zeggen over de kans op controle. "
        "Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "chosen-cannot": mark(
        "Van %(unit)s met %(group)s is niet bekend hoeveel er zijn gekozen. De kans op "
        "controle is zo niet te zeggen."
    ),
    "chosen-cannot-nobody": mark(
        "Er zijn geen %(unit)s met %(group)s. Over hun kans op controle is niets te zeggen."
    ),
    "chosen-cannot-compare": mark(
        "Bij %(unit)s met %(group)s was de kans op controle %(chosen)s van elke 1.000. Met loten "
        "is die kans niet te vergelijken: een aantal is verborgen.%(beside)s"
    ),
    "chosen-here-more": mark(
        "Wie %(group)s heeft, werd vaker gekozen dan bij loten: %(chosen_here)s van elke "
        "1.000%(at_random)s. Het verschil ligt waarschijnlijk tussen "
        "%(chosen_here_above_random_low)s en %(chosen_here_above_random_high)s per 1.000."
    ),
    "chosen-here-perhaps-more": mark(
        "Wie %(group)s heeft, werd vaker gekozen dan bij loten: %(chosen_here)s van elke "
        "1.000%(at_random)s. Het verschil ligt waarschijnlijk tussen "
        "%(chosen_here_above_random_low)s en %(chosen_here_above_random_high)s per 1.000. Dit "
        "is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "chosen-here-less": mark(
        "Wie %(group)s heeft, werd minder vaak gekozen dan bij loten: %(chosen_here)s van elke "
        "1.000%(at_random)s. Het verschil ligt waarschijnlijk tussen %(less_low)s en "
        "%(less_high)s per 1.000."
    ),
    "chosen-here-perhaps-less": mark(
        "Wie %(group)s heeft, werd minder vaak gekozen dan bij loten: %(chosen_here)s van elke "
        "1.000%(at_random)s. Het verschil ligt waarschijnlijk tussen %(less_low)s en "
        "%(less_high)s per 1.000. Dit is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "chosen-here-not-shown": mark(
        "Bij %(group)s is niet aangetoond dat de kans op controle anders was dan bij loten: "
        "%(chosen_here)s van elke 1.000%(at_random)s. Alles van "
        "%(chosen_here_above_random_low)s tot %(chosen_here_above_random_high)s per 1.000 kan "
        "nog.%(could_see)s"
    ),
    "chosen-here-too-few": mark(
        "Bij %(group)s gaat het om te weinig %(unit)s om iets te zeggen over de kans op controle."
    ),
    "chosen-here-cannot": mark("Bij %(group)s is niet bekend hoeveel er zijn gekozen."),
    "chosen-here-cannot-nobody": mark("Er zijn geen %(unit)s met %(group)s."),
    "chosen-here-cannot-compare": mark(
        "Van wie %(group)s heeft, werden %(chosen_here)s van elke 1.000 gekozen. Met loten is "
        "dat niet te vergelijken: een aantal is verborgen."
    ),
    "alike-more": mark(
        "Bij %(unit)s die gelijk zijn (in %(asked_alike)s) werden mensen met %(group)s vaker "
        "gekozen dan %(reference)s: %(chosen_among_alike_size)s per 1.000 meer. Het verschil "
        "ligt waarschijnlijk tussen %(chosen_among_alike_low)s en %(chosen_among_alike_high)s "
        "per 1.000."
    ),
    "alike-perhaps-more": mark(
        "Bij %(unit)s die gelijk zijn (in %(asked_alike)s) werden mensen met %(group)s vaker "
        "gekozen dan %(reference)s: %(chosen_among_alike_size)s per 1.000 meer. Het verschil "
        "ligt waarschijnlijk tussen %(chosen_among_alike_low)s en %(chosen_among_alike_high)s "
        "per 1.000. Dit is een aanwijzing, nog geen vastgesteld verschil."
    ),
    "alike-less": mark(
        "Bij %(unit)s die gelijk zijn (in %(asked_alike)s) werden mensen met %(group)s minder "
        "vaak gekozen dan %(reference)s: %(chosen_among_alike_size)s per 1.000 minder. Het "
        "verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000."
    ),
    "alike-perhaps-less": mark(
        "Bij %(unit)s die gelijk zijn (in %(asked_alike)s) werden mensen met %(group)s minder "
        "vaak gekozen dan %(reference)s: %(chosen_among_alike_size)s per 1.000 minder. Het "
        "verschil ligt waarschijnlijk tussen %(less_low)s en %(less_high)s per 1.000. Dit is "
        "een aanwijzing, nog geen vastgesteld verschil."
    ),
    "alike-not-shown": mark(
        "Bij %(unit)s die gelijk zijn (in %(asked_alike)s) is geen verschil in de kans op "
        "controle aangetoond tussen mensen met %(group)s en %(reference)s. Alles van "
        "%(chosen_among_alike_low)s tot %(chosen_among_alike_high)s per 1.000 kan nog."
    ),
    "alike-too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s die gelijk zijn aan %(reference)s (in "
        "%(asked_alike)s)."
    ),
    "alike-cannot-hidden": mark(
        "Bij %(group)s is een aantal verborgen. Mensen die gelijk zijn, kunnen wij daar niet "
        "vergelijken."
    ),
    "alike-cannot-apart": mark(
        "De meeste %(unit)s met %(group)s hebben niemand aan de andere kant die gelijk is (in "
        "%(asked_alike)s). Zo is er niets te vergelijken. Neem minder kolommen."
    ),
    "alike-cannot-all-equal": mark(
        "Bij mensen die gelijk zijn aan %(unit)s met %(group)s is steeds iedereen gekozen, of "
        "niemand. Dan is er niets te vergelijken."
    ),
    "chosen-if": mark(
        "Zou u anders kiezen (%(group)s), dan is de kans op controle %(chosen_if)s van elke "
        "1.000. %(now)s"
    ),
}
