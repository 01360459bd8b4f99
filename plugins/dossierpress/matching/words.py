"""Words that decide beside a name: what may touch it (rule 6), what makes it a metonym (rule 5)."""

TITLES = frozenset(
    """
    admiral ambassador ayatollah brig brigadier brother captain chancellor chief cleric col
    colonel commander commissioner commodore congressman congresswoman crown deputy dr emir
    envoy excellency foreign gen general governor grand hojatoleslam imam judge king lady
    lieutenant lord lt maj major marshal minister mr mrs ms mufti mullah officer pope president
    prime prince princess prof professor queen rear rep representative secretary sen senator
    sergeant sgt shaikh sheik sheikh sir speaker special spokesman spokeswoman sultan supreme
    vice
    """.split()
)
"""Forms of address and offices: "President Rouhani", "Iran Envoy"."""

CALENDAR = frozenset(
    """
    apr april aug august dec december feb february friday jan january jul july jun june mar
    march may monday nov november oct october saturday sep sept september sunday thursday
    tuesday wednesday
    """.split()
)
"""Days and months: "in Iraq Friday"."""

FUNCTION_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always
    am amid among an and another any are around as asked at away back backed based because been
    before behind being below beneath beside besides between beyond both but by can could
    despite did do does down due during each earlier east eastern either elsewhere even ever
    every except few first following for formerly from further given had has have he hence her
    here his how however i if in including indeed inside instead into is it its just last late
    later latest led less like made many may me meanwhile might more moreover most much must my
    near nearby neither never nevertheless new next no none nor north northern not now of off
    officially on once one only onto or other others our out outside over own past per perhaps
    previously rather recently regarding said same say says second separately several she should
    similarly since so some soon south southern still such than that the their them then there
    therefore these they this those though three through throughout thus to today together
    tomorrow too toward towards two under unless unlike until up upon us via was we were west
    western what when whenever where whereas whether which while who whose why will with within
    without would yes yesterday yet you your
    """.split()
)
"""Words that a sentence or a headline may begin with, and compass points before a place."""

METONYM_VERBS = frozenset(
    """
    cannot could did does had has have insists might must said says should sought told vows wants
    warns will withdrew would
    """.split()
)
"""After a capital, these (and words in -ed) make it the one who acts: "Tehran said"."""
