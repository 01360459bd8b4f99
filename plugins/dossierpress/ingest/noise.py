"""Lines that belong to the web page and not to the story: share, read more, advertisement."""

import re

MAX_LENGTH = 200
"""A longer line is text."""

_SITES = "facebook|twitter|whatsapp|linkedin|telegram|email|print|copy link|share"
NOISE: tuple[str, ...] = (
    # A sentence that begins so ("See more ships than ever, he said.") is text.
    r"(?:read|see|watch|listen|learn) (?:more|also|next|now)\b"
    r"(?:[^.!?]*|[^.:：]{0,40}[:：].*|[^.!?]{0,30}[.!?])",
    r"also read\b.*",
    r"(?:topics?|tags?|keywords?|filed under) ?[:：](?:.*[^.!?…])?",
    r"more (?:from|on|stories)\b[^.]*",
    r"related(?: (?:stories|articles|topics|news|content))?(?: ?[:：].*)?",
    r"you may also like\b.*",
    r"recommended(?: for you)?:?",
    r"most (?:read|popular|viewed)",
    r"share(?: (?:this|on|via|with)\b[^.]*)?",
    r"tweet(?: this)?",
    r"for immediate release:?|embargoed\b.*",
    r"follow us\b.*",
    r"print(?: this)?(?: article| page)?",
    rf"(?:{_SITES})(?:[\s|,/·]+(?:{_SITES}))*",
    r"advertisement|advertising|sponsored(?: content)?",
    r"(?:sign up|subscribe) (?:to|for|now|here|today)\b.*",
    r"comments?(?: \(\d+\))?|leave a comment",
    r"\d+ (?:comments?|shares?|views?)",
    r"\d+ min(?:ute)?s? read",
    r"click here\b.*",
    r"skip to (?:main )?content",
    r"download (?:the|our) app\b.*",
    r"all rights reserved\.?",
    r"(?:©|\(c\)|copyright )\s*\d{4}\b.*",
    r"[اإ]قرأ (?:أيضا|المزيد).*",
)
"""What such a line says from its first word to its last, in any case."""

LABELS: tuple[str, ...] = (
    r"related(?: (?:stories|articles|topics|news|content|posts|coverage|links))?",
    r"(?:read|see) (?:more|also|next)|also read|further reading|what to read next",
    r"more (?:from|on)(?: [^\s.]+){1,5}|more (?:stories|news|coverage)",
    r"most (?:read|popular|viewed|commented)|trending(?: now)?|top stories",
    r"latest (?:news|stories)|you (?:may|might) also like|recommended(?: for you)?",
    r"editors?['’]? ?s? (?:picks?|choice)",
    r"topics?|tags?|keywords?|filed under",
    r"[اإ]قرأ (?:أيضا|المزيد)|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة",
)
"""The whole of a line below which a site lists other stories."""

_ANY = re.compile("|".join(NOISE), re.IGNORECASE)

_LABEL = re.compile(rf"(?:{'|'.join(LABELS)}) ?[:：]?", re.IGNORECASE)
_SUBJECTS = re.compile(r"(?:topics?|tags?|keywords?|filed under) ?[:：].*[^.!?…]", re.IGNORECASE)


def is_noise(text: str) -> bool:
    """Say whether a line belongs to the page around the story."""
    return len(text) <= MAX_LENGTH and _ANY.fullmatch(text) is not None


def opens_list(text: str) -> bool:
    """Say whether other stories may be listed below a line: "Related", "Most read", "Topics: …"."""
    if len(text) > MAX_LENGTH:
        return False
    return _LABEL.fullmatch(text) is not None or _SUBJECTS.fullmatch(text) is not None
