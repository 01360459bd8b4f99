"""What the lines of a page say that belong to the page: pointers, lists of others, ends."""

import re
from collections.abc import Iterable


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(words) + ")"


_POINTING = (
    "read", "see", "watch", "listen", "also", "more", "related", "recommended", "editor'?s picks?",
    "don'?t miss", "in pictures", "explainer", "opinion", "video", "photos", "subscribe",
    "sign up", "follow", "click here", "tap here", "download", "share", "lire aussi", "à lire",
    "mehr zum thema", "lesen sie auch", "lee también", "leer más",
    "ver también", "leia também", "leggi anche",
    "اقرأ", "إقرأ", "شاهد", "المزيد", "بیشتر بخوانید",
)  # fmt: skip
POINTER = re.compile(
    rf"{_any(_POINTING)}\b[^.!?]{{0,20}}?(?:[:：|»>–—-]|\b(?:more|also|next|now|here)\b)",
    re.IGNORECASE,
)
"""How a line opens that leads to another story."""

_OTHERS = (
    "related", "recommended", "more (?:from|on|stories|coverage|news|like this)",
    "read (?:more|next|also)", "see also", "further reading", "most (?:read|popular|viewed)",
    "trending", "latest (?:news|stories)", "you (?:may|might) (?:also )?like", "what to read next",
    "editors?['’]? ?s? (?:picks?|choice)", "top stories", "share (?:this|on|your)", "follow us",
    "comments?", "leave a (?:reply|comment)", "tags", "topics", "filed under", "about the author",
    "newsletter", "sign up", "advertisement", "sponsored", "popular", "in this series",
    "next article", "previous article", "اقرأ أيض", "مواضيع ذات صلة", "أخبار ذات صلة",
    "الأكثر قراءة", "مطالب مرتبط", "articles liés", "sur le même sujet", "mehr zum thema",
)  # fmt: skip
OTHERS = re.compile(_any(_OTHERS), re.IGNORECASE)
"""How a heading opens that has a list of other stories below it."""

_SITES = "(?:twitter|facebook|instagram|telegram|whatsapp|google|linkedin|x)"
_ENDS = (
    r"(?:tags?|topics|keywords|filed under|categories|posted in|labels)\s*[:：].{0,200}",
    r"(?:©|\(c\)|copyright)\s.{0,200}",
    r".{0,80}all rights reserved.{0,80}",
    r"(?:this (?:article|story|material|content) )?may not be (?:published|reproduced).{0,200}",
    rf"(?:like|follow|join|find) [\w’' ]{{2,40}}? on {_SITES}\b.{{0,80}}",
    r"(?:the )?(?:views|opinions) expressed .{0,240}",
    r"disclaimer\s*:.{0,300}",
    r"(?:sign up|subscribe)\b.{0,160}",
    r"(?:have|got) a (?:news )?tip\?.{0,200}",
    r"(?:our standards|contact us)\b.{0,120}",
    r"(?:previous|next)(?: (?:article|post|story))?",
    r"back to top|print this page|permalink|load more.{0,30}",
    r"the post .{3,200} (?:first )?appeared (?:first )?on .{2,80}",
)
END = re.compile(_any(_ENDS), re.IGNORECASE)
"""What a line says from its first word to its last, below a text."""

_NOTICES = (
    "we use cookies", "uses cookies", "cookie (?:policy|settings|preferences)",
    "accept (?:all )?cookies", "our privacy policy and terms", "enable javascript", "ad ?blocker",
    "to continue reading", "already a subscriber",
)  # fmt: skip
NOTICE = re.compile(rf"\b{_any(_NOTICES)}\b", re.IGNORECASE)
"""What only a notice to the reader of a page says."""
MAX_NOTICE = 400
"""A longer text is none."""
