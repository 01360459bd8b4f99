"""What a headline looks like, and when two are the same."""

import re

from dossierpress.ingest.breadcrumb import read_breadcrumb
from dossierpress.text.words import words_of

MAX_LENGTH = 200
"""A longer line is no headline."""
LONG_SUBJECT = 3
"""A line of at most so many words above a headline names its section."""

_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]\.(?:[A-Z]\.)+|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs|[ap]\.m)\.)$"
)
_AFTERWORD = re.compile(
    r"(?:notes? (?:to|for) (?:the )?editors?|(?:media |press )?(?:contacts?|enquiries|inquiries)\b"
    r"|about (?:the )?\w+$|for (?:more|further) information)\b.{0,80}",
    re.IGNORECASE,
)
_CLOSING = "\"'”’»)]"
SECTIONS = frozenset(
    """
    world|news|world news|middle east|middle-east|saudi arabia|gulf|iraq|iran|syria|yemen|region
    |politics|business|economy|energy|opinion|analysis|sport|sports|culture|technology|security
    |defence|defense|international|africa|asia|europe|americas|us & canada|uk|us|national|local
    |home|top stories|latest|latest news|breaking news|features|lifestyle|markets|shipping|oil
    |عربي ودولي|أخبار|سياسة|اقتصاد|رياضة|الشرق الأوسط|العالم
    """.replace("\n", "")
    .replace("    ", "")
    .strip()
    .split("|")
)
"""Names of sections that stand alone on a line."""


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as a sentence of running text does."""
    bare = text.rstrip(_CLOSING)
    if _ABBREVIATION.search(bare):
        return False
    return bare.endswith((".", "…", "...", "۔", "。", ".»")) or (
        bare != text and bare.endswith(("?", "!", ","))
    )


def may_be_headline(text: str) -> bool:
    """Say whether a line by itself could be a headline."""
    if len(text) > MAX_LENGTH or ends_sentence(text) or text.endswith((":", ";", ",", "،", "؛")):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower()


def is_afterword(text: str) -> bool:
    """Say whether a line opens what stands below a story: notes, contacts, about the sender."""
    return _AFTERWORD.fullmatch(text) is not None


def is_section(text: str) -> bool:
    """Say whether a line names a section: a known name, a path, or a word or two in capitals."""
    if text.casefold() in SECTIONS or read_breadcrumb(text) is not None:
        return True
    words = text.split()
    return len(words) <= LONG_SUBJECT and text.isupper() and len(text) > 3


def is_short(text: str) -> bool:
    """Say whether a line is too short to tell a headline from a label."""
    return len(text.split()) <= LONG_SUBJECT


def headline_key(text: str) -> str:
    """Return what is equal for two copies of one headline: letters and digits, folded."""
    return " ".join(words_of(text))


def is_repeatable(text: str) -> bool:
    """Say whether a line is long enough that its repetition is no accident."""
    return len(text) >= 12 and len(text.split()) >= 3
