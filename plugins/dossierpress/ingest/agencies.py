"""Wire services, by the names that credit lines and datelines give them."""

import re

AGENCIES = frozenset(
    name.casefold()
    for name in (
        "AFP", "Agence France-Presse", "Agence France Presse", "AP", "Associated Press",
        "Reuters", "Thomson Reuters", "UPI", "United Press International", "Xinhua", "dpa",
        "Deutsche Presse-Agentur", "TASS", "Sputnik", "Interfax", "RIA Novosti", "Bloomberg",
        "Anadolu", "Anadolu Agency", "AA", "SPA", "Saudi Press Agency", "WAM", "KUNA", "QNA",
        "BNA", "ONA", "INA", "Iraqi News Agency", "IRNA", "ISNA", "Tasnim", "Fars", "SANA",
        "PTI", "ANI", "IANS", "EFE", "ANSA", "Kyodo", "Yonhap", "MENA", "PA", "PA Media",
        "Agencies", "Wires", "News agencies",
        "رويترز", "أ ف ب", "ا ف ب", "فرانس برس", "أ ب", "د ب أ", "واس", "وام", "واع", "الأناضول",
        "شينخوا",
    )
)  # fmt: skip
"""Their names in lower case."""


MAX_LENGTH = 80
"""A longer text is no credit."""


def is_agency(text: str) -> bool:
    """Say whether a text is the name of a wire service, or of several: "AFP/Reuters"."""
    if len(text) > MAX_LENGTH:
        return False
    parts = re.split(r"\s*[/,&]\s*|\s+and\s+", text.strip())
    return all(_bare(part) in AGENCIES for part in parts)


def agency_name(text: str) -> str:
    """Return the name as the text gives it, without "The"."""
    return re.sub(r"^the\s+", "", text.strip(), flags=re.IGNORECASE)


def _bare(text: str) -> str:
    return agency_name(text).casefold()
