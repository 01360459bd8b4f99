"""The options of `plugins: dossier:` in mkdocs.yml."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config

from dossierpress.site.assets import PICTURE


class DossierConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own class
    """What a publication may set; each option has a default that suits most."""

    dossiers_dir = options.Type(str, default="dossiers")
    """The folder with the content, relative to the folder of mkdocs.yml."""

    content_security_policy = options.Type(bool, default=True)
    """Whether each page has the browser load and run nothing but what the theme brings."""

    language = options.Type(str, default="")
    """The language of the interface, as a BCP 47 tag; that of the theme where it is empty."""

    data_files = options.Type(bool, default=True)
    """Whether the site has data files (`data/`), and a page that lists them."""

    feeds = options.Type(bool, default=True)
    """Whether the site has Atom feeds, of all articles and of each dossier, topic and entity."""

    social_image = options.Type(str, default=PICTURE)
    """The picture that is shown where somebody shares a page's address, relative to `docs_dir`."""
