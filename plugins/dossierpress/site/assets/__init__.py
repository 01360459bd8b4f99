"""The style sheets and scripts that each site gets, as they are published."""

from importlib import resources

from dossierpress.site.model.output import OutputFile

PICTURE = "assets/dossierpress/social.png"

STYLES = "assets/dossierpress/dossier.css"
"""The one style sheet, made of all files of `css/` in the order of their names."""

OFFLINE = "assets/offline.css"
"""The same with what it takes from the theme, for pages that are read without one."""


def offline_styles() -> OutputFile:
    """Return the style sheet of pages that are read without the theme."""
    frame = resources.files(__name__).joinpath("offline.css").read_text("utf-8")
    return OutputFile(OFFLINE, f"{frame}\n{styles().content.decode()}".encode())


def picture() -> OutputFile:
    """Return the picture that stands for a page where somebody shares its address."""
    return OutputFile(PICTURE, resources.files(__name__).joinpath("social.png").read_bytes())


def styles() -> OutputFile:
    """Return the style sheet."""
    folder = resources.files(__name__).joinpath("css")
    parts = sorted(
        (part for part in folder.iterdir() if part.name.endswith(".css")), key=lambda p: p.name
    )
    text = "\n".join(part.read_text("utf-8") for part in parts)
    return OutputFile(STYLES, text.encode())
