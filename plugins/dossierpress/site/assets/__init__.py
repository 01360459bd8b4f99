"""The style sheets and scripts that each site gets, as they are published."""

from importlib import resources

from dossierpress.site.model.output import OutputFile

STYLES = "assets/dossierpress/dossier.css"
"""The one style sheet, made of all files of `css/` in the order of their names."""


def styles() -> OutputFile:
    """Return the style sheet."""
    folder = resources.files(__name__).joinpath("css")
    parts = sorted(
        (part for part in folder.iterdir() if part.name.endswith(".css")), key=lambda p: p.name
    )
    text = "\n".join(part.read_text("utf-8") for part in parts)
    return OutputFile(STYLES, text.encode())
