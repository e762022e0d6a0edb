"""Countries as they stand in cells: codes of two and three letters, and names. All are folded."""

from waterpas.codebooks.words import words_in

# Of the whole world, NL and NLD included.
TWO_LETTERS = words_in(
    """
    nl be de fr gb uk ie lu at ch es pt it gr mt cy dk se no fi is ee lv lt pl cz sk hu si hr ba rs
    me mk al xk bg ro md ua by ru ge am az tr sy lb il ps jo iq ir kw sa ae qa bh om ye af pk in bd
    lk np bt mv mm th la kh vn my sg id ph tl cn hk tw mo mn kp kr jp kz uz tm kg tj ma dz tn ly eg
    sd ss er et dj so ke ug tz rw bi cd cg ga gq cm ng gh ci lr sl gn gw gm sn mr ml bf ne tg bj td
    cf ao zm zw mw mz mg mu sc km za na bw ls sz cv st us ca mx gt bz sv hn ni cr pa cu ht do jm bs
    bb tt gd aw cw sx bq an sr gy gf ve co ec pe bo cl ar uy py br au nz fj pg
    """
)
THREE_LETTERS = words_in(
    """
    nld bel deu ger fra gbr irl lux aut che esp prt ita grc mlt cyp dnk swe nor fin isl est lva ltu
    pol cze svk hun svn hrv bih srb mne mkd alb xkx bgr rou rom mda ukr blr rus geo arm aze tur syr
    lbn isr pse jor irq irn kwt sau are qat bhr omn yem afg pak ind bgd lka npl btn mdv mmr tha lao
    khm vnm mys sgp idn phl tls chn hkg twn mac mng prk kor jpn kaz uzb tkm kgz tjk mar dza tun lby
    egy sdn ssd eri eth dji som ken uga tza rwa bdi cod cog gab gnq cmr nga gha civ lbr sle gin gnb
    gmb sen mrt mli bfa ner tgo ben tcd caf ago zmb zwe mwi moz mdg mus syc com zaf nam bwa lso swz
    cpv stp usa can mex gtm blz slv hnd nic cri pan cub hti dom jam bhs brb tto grd abw cuw sxm bes
    ant sur guy guf ven col ecu per bol chl arg ury pry bra aus nzl fji png yug sun csk
    """
)
UNKNOWN_CODES = words_in("xx xxx zz zzz onbekend unknown")

# Names, Dutch and English, that are one word; those of neighbours are no sign by themselves.
NAMES = words_in(
    """
    marokko morocco turkije turkey turkiye suriname aruba curacao bonaire saba syrie syria somalie
    somalia eritrea ethiopie ethiopia afghanistan irak iraq iran polen poland bulgarije bulgaria
    roemenie romania oekraine ukraine hongarije hungary rusland russia indonesie indonesia
    kaapverdie ghana nigeria china vietnam pakistan india egypte egypt tunesie tunisia algerije
    algeria libie libya libanon lebanon palestina palestine jordanie jordan israel jemen yemen
    koeweit kuwait bangladesh nepal thailand cambodja cambodia laos myanmar birma maleisie malaysia
    singapore filipijnen philippines japan taiwan hongkong mongolie kazachstan oezbekistan
    tadzjikistan joegoslavie yugoslavia bosnie bosnia servie serbia kroatie croatia slovenie
    slovenia slowakije slovakia tsjechie czechia albanie albania kosovo montenegro macedonie
    moldavie moldova letland latvia litouwen lithuania estland estonia armenie armenia georgie
    georgia azerbeidzjan azerbaijan congo kameroen cameroon angola soedan sudan kenia kenya oeganda
    uganda tanzania rwanda burundi ivoorkust senegal gambia guinee guinea liberia mali niger togo
    benin tsjaad mauritanie zambia zimbabwe mozambique madagaskar zuidafrika namibie namibia
    botswana brazilie brazil colombia venezuela peru ecuador bolivia chili chile argentinie
    argentina uruguay paraguay guyana mexico cuba haiti jamaica griekenland greece portugal
    """
)
