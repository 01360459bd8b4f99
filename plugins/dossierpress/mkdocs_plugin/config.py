"""The options of `plugins: dossier:` in mkdocs.yml."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config


class DossierConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own class
    """What a publication may set; each option has a default that suits most."""

    dossiers_dir = options.Type(str, default="dossiers")
    """The folder with the content, relative to the folder of mkdocs.yml."""

    content_security_policy = options.Type(bool, default=True)
    """Whether each page has the browser load and run nothing but what the theme brings."""

    language = options.Type(str, default="")
    """The language of the interface, as a BCP 47 tag; that of the theme where it is empty."""
