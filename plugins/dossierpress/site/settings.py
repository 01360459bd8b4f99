"""What a publication's settings say of its outputs."""

from dataclasses import dataclass

from dossierpress.site.assets import PICTURE


@dataclass(frozen=True)
class Settings:
    """The settings of a site's outputs.

    Attributes:
        title: the name of the publication.
        description: what it is, in a sentence; "" where nobody said.
        site_url: its address, with a "/" at its end; "" where that is not known.
        data: whether it has data files.
        feeds: whether it has feeds.
        language: that of the documents around its pages; "" for that of the interface.
        picture: the picture that stands for a page, relative to the site's root.
    """

    title: str = ""
    description: str = ""
    site_url: str = ""
    data: bool = True
    feeds: bool = True
    language: str = ""
    picture: str = PICTURE
