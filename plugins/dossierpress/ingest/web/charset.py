"""From the bytes of a page to its text: mark, valid UTF-8, declaration, Windows-1252."""

import codecs
import re

from dossierpress.errors import Problem
from dossierpress.ingest.web.characters import without_controls

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "unicode": "utf-8",
}
"""What the WHATWG Encoding Standard makes of a name that promises less than it is used for."""
_HEAD = 4096


def decode_page(name: str, data: bytes, media_type: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a page and what was noticed while decoding it; it never fails.

    A byte order mark decides; then bytes that are valid UTF-8, since other encodings hardly ever
    are by accident; then what the page declares; then Windows-1252.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _plain(data[len(bom) :].decode(encoding, "replace")), ()
    if _is_utf16(data):
        odd = data[:_HEAD][::2].count(0) < data[:_HEAD][1::2].count(0)
        return _plain(data.decode("utf-16-le" if odd else "utf-16-be", "replace")), ()
    try:
        return _plain(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        broken = error
    declared = declared_encoding(data, media_type)
    if declared is not None and declared != "utf-8":
        text = data.decode(declared, "replace")
        if text.count("\ufffd") <= len(text) // 1000:
            return _plain(text), ()
    whole = data.decode("utf-8", "ignore")
    stray = len(data) - len(whole.encode())
    if declared in (None, "utf-8") and stray < sum(char > "\x7f" for char in whole):
        text, how = data.decode("utf-8", "replace"), "broken UTF-8; the broken letters are \ufffd"
    else:
        text, how = data.decode("cp1252", "replace"), "not UTF-8; it was read as Windows-1252"
    line = data.count(b"\n", 0, broken.start) + 1
    hint = "check names and quotation marks, and save the page again if they are wrong"
    return _plain(text), (Problem(name, line, "DP504", f"is {how}", hint),)


def declared_encoding(data: bytes, media_type: str = "") -> str | None:
    """Return the encoding that a page declares, by the name that Python knows it by."""
    header = _HEADER.search(media_type)
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    label = header[1] if header else found[1].decode("ascii", "ignore") if found else ""
    label = label.strip().casefold().replace("_", "-")
    label = _AS_BROWSERS_DO.get(label, label)
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # Python knows codecs that are no encodings of text, as "zip" and "rot13"; and none that
    # keeps ASCII as it is can be what an HTML page declares in ASCII.
    safe = getattr(codec, "_is_text_encoding", False) and not codec.name.startswith(
        ("utf-16", "utf-32")
    )
    return codec.name if safe and codec.name not in ("utf-7", "idna", "punycode") else None


def _is_utf16(data: bytes) -> bool:
    sample = data[:_HEAD]
    half = len(sample) // 2
    zeros = max(sample[::2].count(0), sample[1::2].count(0))
    return half >= 8 and zeros > 0.6 * half


def _plain(text: str) -> str:
    return without_controls(text).removeprefix("\ufeff")
