"""Words that decide beside a name: what may touch it (rule 6), what makes it a metonym (rule 5)."""

TITLES = frozenset(
    """
    admiral ambassador archbishop attorney ayatollah baron bishop brig brigadier brother captain
    cardinal ceo chairman chairwoman chancellor chief cleric coach col colonel commander
    commissioner commodore congressman congresswoman consul constable count countess crown dame
    defence defense deputy detective director dr emir emperor empress envoy excellency
    ex father finance foreign gen general gov governor grand hojatoleslam home imam inspector
    interior judge justice king lady leader lieutenant lord lt maj major manager marshal mayor
    minister mr mrs ms mufti mullah officer opposition patriarch pope premier president press
    prime prince princess prof professor queen rabbi rear rep representative rev reverend
    sec secretary sen senator sergeant sgt shaikh sheik sheikh sheriff sir sister speaker special
    spokesman spokesperson spokeswoman state sultan superintendent supreme treasury vice
    """.split()
)
"""Forms of address and offices: "President Rouhani", "Iran Envoy"."""

CALENDAR = frozenset(
    """
    apr april aug august dec december feb february fri friday jan january jul july jun june mar
    march may mon monday nov november oct october sat saturday sep sept september sun sunday thu
    thursday tue tuesday wed wednesday
    """.split()
)
"""Days and months: "in Iraq Friday"."""

FUNCTION_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always
    am amid among an and another any are around as asked at away back backed based because been
    before behind being below beneath beside besides between beyond both but by can could
    despite did do does down due during each earlier either elsewhere even ever
    every except few first following for formerly from further given had has have he hence her
    here his how however i if in including indeed inside instead into is it its just last late
    later latest led less like made many me meanwhile might more moreover most much must my
    near nearby neither never nevertheless next no none nor not now of off
    officially on once one only onto or other others our out outside over own past per perhaps
    previously rather recently regarding said same say says second separately several she should
    similarly since so some soon still such than that the their them then there
    therefore these they this those though three through throughout thus to today together
    tomorrow too toward towards two under unless unlike until up upon us v via vs was we were
    what when whenever where whereas whether which while who whose why will with within
    without would yes yesterday yet you your
    """.split()
)
"""Words that say nothing about what stands beside them."""

UNREMARKABLE = FUNCTION_WORDS - {"us"}
"""In the wrong case nobody takes these for a name. "us" is kept: it is in every text, and a curator
wants to see once that it is no country."""

COMPASS = frozenset(
    """
    central east eastern inner lower mid north northeast northern northwest outer south southeast
    southern southwest upper west western
    """.split()
)
"""Parts of a place; before a name they may make another one ("South Korea")."""

BEGINNINGS = TITLES | frozenset(
    """
    ally allies arch central eastern former international later like long mainly many militant
    moderate modern more neighboring neighbouring northeastern northern northwestern old only
    pro pure rival rivals southeastern southern southwestern then to top unlike western what
    young
    """.split()
)
"""Words that may stand before a name where a sentence begins: "Northern Iraq was quiet"."""

PLAIN_BEFORE = FUNCTION_WORDS | TITLES | CALENDAR
"""Capitalised words before a name that are no part of it."""

PLAIN_AFTER = (PLAIN_BEFORE - {"state"}) | frozenset("d dc jr sr ii iii iv".split()) | COMPASS
"""Capitalised words after a name that make it no other."""

NAME_ABBREVIATIONS = frozenset("ft mt st ste".split())
"""Abbreviations that begin a name: "St. Louis"."""

NAME_HEADS = frozenset(
    """
    academy archdiocese archbishop archipelago bank battle bay bishop cape cathedral church
    college cup dean diocese duchess duke earl free gulf institute isle isles lake marquess
    marquis mount museum open orchestra order province sea siege straits tour tower treaty
    university valley voice
    """.split()
)
"""What a longer name may begin with that ends in a place: "Bank of Japan", "Duke of York"."""

NAME_TAILS = frozenset(
    """
    academy airlines airport airways army association avenue bank bar boulevard bridge building
    cathedral center centre church club college company corp corps council county daily
    declaration dodgers exchange express fc festival foundation gazette giants globe hall herald
    hospital hotel house inc institute international island islands jets jockey journal knicks
    lakers library ltd mail marathon memorial mets museum open orchestra philharmonic post prison
    prize rangers river road school society square stadium station stock street sun symphony
    telegraph theater theatre times tower treaty tribune trust united university valley yankees
    """.split()
)
"""What makes another name of a place or person of several words: "New York Times"."""

PARTS_OF_COUNTRIES = frozenset("governorate oblast prefecture province region".split())
"""After a part of a country, these say what it is: "Anbar Province"."""

OFFICES = (
    *("ayatollah", "chancellor", "crown prince", "emir", "king", "pope", "premier", "president"),
    *("prime minister", "queen", "sultan"),
)
"""Offices of which a country or a church has one holder at a time."""

LOCATIVES = frozenset(
    """
    across against around at between beyond for from in inside into invaded leave left near of
    off outside over reach reached through throughout to toward towards via visit visited within
    """.split()
)
"""After these a name is a place's, even where a person in the article bears it: "in Jordan"."""

BEFORE_MONTHS = frozenset(
    "after before by during early end in last late mid next of since this through until".split()
)
"""Before a month, these make it one: "in March"."""

METONYM_VERBS = frozenset(
    """
    accuses agrees appears argues asks backs believes blames bought began broke calls came can
    cannot claims could demands denies did does fears feels felt found gave got had has have held
    hopes insists keeps knows led lost made may meant might must needs now plans put
    refuses regards remains rejects said says seeks sent should sought supports takes
    tells thinks threatens told took tries vows wants warns went will wishes withdrew would
    """.split()
)
"""After a capital, these (and words in -ed) make it the one who acts: "Tehran said"."""

METONYM_GERUNDS = frozenset(
    """
    accusing acting aiming arguing arming asking backing betting blaming breaking building buying
    calling claiming considering demanding denying developing doing drafting enriching expecting
    exporting funding giving hiding holding hoping importing insisting lobbying looking lying
    making negotiating offering playing planning preparing pressing pushing putting pursuing
    reconsidering refusing relying reviewing selling sending shifting sponsoring studying supplying
    supporting taking talking telling testing threatening trying urging using violating waiting
    warning weighing withdrawing withholding working
    """.split()
)
"""After a capital and "is" or "was", what only a government does: "Tehran was testing"."""

BETWEEN_NAME_AND_VERB = frozenset(
    "again also always then later long never not now often once soon still then thus".split()
)
"""Adverbs that may stand before a verb, besides those in -ly: "Tehran also denied"."""

WHERE_IT_IS = frozenset(
    "across around at from in inside into near of outside through throughout".split()
)
"""Before a capital, these make it a place, whatever it is that acts: "a bomb in Baghdad killed"."""

PARTS_OF_CITIES = frozenset(
    """
    airport airports avenue bazaar boulevard cemetery district districts downtown hospital hospitals
    hotel hotels inhabitants market markets mayor metro mosque mosques museum neighborhood
    neighborhoods neighbourhood neighbourhoods outskirts park population quarter residents
    restaurants river shops skyline slums square stadium station street streets suburb suburbs
    subway traffic university zone
    """.split()
)
"""Behind the possessive of a capital, what a city has and a government has not."""

GOVERNMENTS = frozenset(
    "administration authorities government governments leaders leadership officials regime".split()
)
"""After a capital, these say whose government is meant: "the Baghdad government"."""
