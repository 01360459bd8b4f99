"""A dossier of a release as a thing that is cited: with a title, a date, editors and a licence."""

from dataclasses import dataclass

from dossierpress.citation.reference import Reference
from dossierpress.edtf import When, parse_when
from dossierpress.model import Dossier

LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-3.0": "https://creativecommons.org/licenses/by/3.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-ND-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
    "CC-BY-SA-3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
"""Licences of data by their SPDX id, with their addresses. Others are named as they are written."""

NOTE = (
    "The licence is that of the editors' own words. Words of other publishers are here as far as"
    " the rights that the editors recorded allow, and stay theirs."
)


@dataclass(frozen=True)
class Edition:
    """A dossier as it is in a release.

    Attributes:
        publication: the name of the publication.
        url: where the dossier is published; "" where that is not known.
    """

    dossier: Dossier
    version: str
    date: When
    publication: str
    url: str = ""

    @property
    def name(self) -> str:
        """Its name as a file or a folder."""
        return f"{self.dossier.id}-{self.version}"

    @property
    def day(self) -> str:
        """The day of the release, as YYYY-MM-DD."""
        return self.date.earliest.isoformat()

    @property
    def creators(self) -> tuple[str, ...]:
        """Who made it: its editors, or the publication where it names none."""
        return self.dossier.editors or (self.publication,)

    @property
    def licence(self) -> tuple[str, str] | None:
        """The SPDX id and address of its licence, where it is one of `LICENCES`."""
        id_ = self.dossier.licence or ""
        return (id_, LICENCES[id_]) if id_ in LICENCES else None

    @property
    def description(self) -> str:
        """What it is, in a sentence or two."""
        own = self.dossier.description or f"{self.dossier.title}, a dossier of {self.publication}."
        return " ".join(own.split())

    @property
    def reference(self) -> Reference:
        """How it is cited."""
        return Reference(
            key=self.name,
            type="dataset",
            title=self.dossier.title,
            authors=self.creators,
            container=self.publication if self.dossier.editors else None,
            issued=self.date,
            url=self.url or None,
            language=self.dossier.language,
            version=self.version,
        )


def edition(
    dossier: Dossier, version: str, date: str, publication: str, site_url: str = ""
) -> Edition:
    """Return the edition of a dossier; `site_url` is the address of the site, "" for unknown."""
    url = f"{site_url.rstrip('/')}/dossiers/{dossier.id}/" if site_url else ""
    return Edition(dossier, version, parse_when(date), publication, url)
