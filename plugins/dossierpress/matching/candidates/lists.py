"""Closed word lists that candidates are judged by; all folded."""

from dossierpress.matching.words import CALENDAR, FUNCTION_WORDS, TITLES

OFFICES = TITLES | frozenset(
    """
    acting adviser advisor assistant attorney attorneys ayatollahs boss ceo cfo chair chairman
    chairperson chairwoman chancellors champion coach commanders congressmen congressperson
    co-chair co-founder coordinator counselor cpl cmdr democrat dean democratic detective director
    envoys excellencies father first founder generals gov governors hon inspector joint journalist
    justice leader leaders ma'am maam majority manager master mayor mayors member minister
    ministers minority miss mister mp mps mother national negotiator nominee non official officials
    pastor permanent pm pope
    premier president presidents press presidential principal private prof professors pundit qc
    rabbi ranking rector rep republican reporter reps republicans rev reverend sens senators
    senior sheriff sir sister spokesperson striker superintendent tsar under undersecretary
    vice-president warden
    """.split()
)
"""Offices, forms of address and what stands before them: "Acting Deputy Foreign Minister"."""

DEPARTMENTS = frozenset(
    """
    affairs agriculture and commerce culture defence defense development economic economy education
    electricity energy environment finance foreign health home homeland house information
    intelligence interior justice labor labour national oil petroleum planning science security
    senate state the trade transport transportation treasury veterans war
    """.split()
)
"""What may stand between an office and its holder: "Secretary of State Pompeo"."""

ALONE = (
    FUNCTION_WORDS
    | CALENDAR
    | OFFICES
    | frozenset(
        """
        administration agency airport am anonymous article asked bbc bill board bureau cabinet
        capital center centre chapter city co commission committee congress constitution copyright
        corp council country court daily department district division edt email est federal figure
        force forces gmt god governments government group guard guards hi hello history house hq i
        i'm im inc information internet interview introduction island islands kingdom law ltd
        ministry monday mount mrs navy net no note ok okay oh editor north office opposition
        parliament part party photo photograph photos pic picture please plc pm police port
        presidency province provinces q question read reporting republic right river sea section
        security senate service session sir sorry source sources south state states station
        stock strait street table team thank thanks title treasury tv twitter union unit uk
        university update updated us usa video volume wave welcome well west wifi world writing
        year yes zone church east gulf embassy army airforce brigade corps fleet marines mission
        operation program project act treaty accord agreement summit web www http https
        """.split()
    )
)
"""Words that are no name when they stand alone, whatever their capitals say."""

HEADS = {
    "organization": frozenset(
        """
        academy administration agency airlines airways alliance army assembly association
        authority bank battalion board brigade brigades bureau caucus center centre chamber
        church club coalition college command commission committee company confederation congress
        corp corporation corps council court department directorate division embassy federation
        firm fleet force forces foundation front fund government group guard guards house inc
        industries initiative institute institution intelligence league ltd marines militia
        ministry mission movement navy network office organisation organization parliament party
        police regiment representatives resistance republicans school secretariat senate service
        services society squad squadron task team treasury tribunal troops trust union unit units
        university watch nations press times post news journal observatory lines rapporteur
        """.split()
    ),
    "place": frozenset(
        """
        area avenue bay beach border borough canal city coast county creek desert district
        emirate emirates estuary governorate gulf heights hill hills island islands isle kingdom
        lake mountain mountains ocean passage peninsula plain plains pocket province region
        republic river road sea square state states strait straits street territory town triangle
        valley village zone
        """.split()
    ),
    "facility": frozenset(
        """
        airbase airfield airport arena barracks base bridge building camp castle cemetery compound
        crossing dam depot embassy field garrison gate hospital hotel jetty mosque museum palace
        park pipeline plant port prison refinery shrine silo stadium station temple terminal
        theatre tower tunnel
        """.split()
    ),
    "event": frozenset(
        """
        accord accords act agreement attack attacks battle campaign ceasefire championship
        conference convention crisis cup day deal election elections exercise festival games
        massacre memorial olympics operation plan prize protests referendum resolution revolution
        siege summit talks treaty uprising war week
        """.split()
    ),
}
"""Last words that say what kind of thing a name of several words is."""

SHIPS = frozenset("hmas hmcs hms mt mv rfa ss uss usns".split())
"""Prefixes of ships' names."""

GROUPS = frozenset(
    """
    afghan african albanian algerian american arab arabic argentine armenian asian assyrian
    australian austrian azerbaijani azeri bahraini bangladeshi baloch belarusian belgian bosnian
    brazilian british briton buddhist bulgarian cambodian canadian catholic chechen chilean chinese
    christian colombian croatian cuban cypriot czech danish democrat druze dutch egyptian emirati
    english estonian ethiopian european filipino finnish french georgian german greek gypsy hebrew
    hindu hispanic hungarian indian indonesian iranian iraqi irish islamic islamist israeli italian
    ivorian jamaican japanese jewish jew jordanian kazakh kenyan korean kosovar kurd kurdish
    kuwaiti latin latino latvian lebanese liberian libyan lithuanian malaysian maltese maronite
    mexican mongolian moroccan muslim nepalese nigerian norwegian omani orthodox pakistani
    palestinian pashtun persian peruvian polish portuguese protestant punjabi qatari romanian
    russian saudi scottish semitic serb serbian shia shiite sikh slovak slovenian somali spanish
    sudanese sunni swede swedish swiss syrian taiwanese tajik thai tibetan tunisian turk turkish
    turkmen ugandan ukrainian uyghur uzbek venezuelan vietnamese welsh western yazidi yemeni
    zionist zimbabwean
    """.split()
)
"""Adjectives and members of peoples and faiths: aliases of a country at best."""

HEAD_WORDS = frozenset().union(*HEADS.values())
"""All words of `HEADS`."""
