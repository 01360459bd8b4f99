"""In which order the numbers of "05/12/2019" stand, and who says so.

The curator's word comes first, then the dossier's, then the custom of the publisher's country,
where its address names one. Without any of them such a date has two meanings and stays empty.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from dossierpress.model import DateOrder

COUNTRIES: dict[str, DateOrder] = {
    code: order
    for order, codes in {
        DateOrder.DMY: "ae ar at au be bh br ch cl co cz de dk dz eg es fi fr gr id ie il in iq it"
        " jo kw lb ly ma mx my ng nl no nz om pk pl ps pt qa ro ru sa se sg sy tn tr ua uk ye",
        DateOrder.MDY: "us",
        DateOrder.YMD: "cn hu ir jp kr lt tw",
    }.items()
    for code in codes.split()
}
"""The custom of a country, by the top-level domain of its addresses; unclear ones are left out."""


@dataclass(frozen=True)
class Ordering:
    """An order, and in words who says so."""

    order: DateOrder
    source: str

    def __str__(self) -> str:
        return f"date order {self.order}, from {self.source}"


def ordering_of(url: str | None) -> Ordering | None:
    """Return the custom of the country that an address names."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    code = host.rpartition(".")[2]
    order = COUNTRIES.get(code)
    return Ordering(order, f"the publisher's country (.{code})") if order else None
