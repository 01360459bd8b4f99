"""The pages of docs/problems, one for each kind of problem, made from the package's catalogue."""

from collections.abc import Iterable

from dossierpress.errors import Code, Severity

FAMILIES = {
    "DP0": "Files and front matter",
    "DP1": "Registry",
    "DP2": "Dossiers and articles",
    "DP3": "Linking",
    "DP4": "Topics",
    "DP5": "Clippings",
    "DP6": "The site",
    "DP7": "Releases, building and publishing",
}
"""What the codes that begin alike are about."""

INTRODUCTION = """\
# Problems

`dossier check` prints a line for each fault that it finds in the content:

    path:line: code message; what to do

An **error** keeps something from being published or added, and the command ends with exit status 1.
A **warning** does not. Each code has a page here.
"""


def pages(catalogue: Iterable[Code]) -> dict[str, str]:
    """Return every page's text, by file name."""
    found = sorted(catalogue, key=lambda code: code.id)
    return {"index.md": index(found)} | {f"{code.id}.md": page(code) for code in found}


def index(catalogue: list[Code]) -> str:
    """Return the page that lists the codes by family."""
    parts = [INTRODUCTION]
    for prefix in sorted({code.id[:3] for code in catalogue}):
        family = [code for code in catalogue if code.id.startswith(prefix)]
        title = FAMILIES[prefix]  # a new family is named above, or `make docs` stops here
        rows = [f"| [{c.id}]({c.id}.md) | {c.title} | {c.severity} |" for c in family]
        head = [f"## {title}", "", "| code | problem | severity |", "| - | - | - |"]
        parts.append("\n".join([*head, *rows, ""]))
    return "\n".join(parts)


def page(code: Code) -> str:
    """Return the page of one code."""
    return (
        f"# {code.id}: {code.title}\n\n*{effect(code)}*\n\n{code.why}\n\n"
        f"## Example\n\n```text\n{code.example.strip()}\n```\n\n## What to do\n\n{code.fix}\n"
    )


def effect(code: Code) -> str:
    """Return what a problem of this kind comes to, in a sentence."""
    is_clipping = code.id.startswith("DP5")
    if code.severity is Severity.WARNING:
        kept = "the rest is added" if is_clipping else "the site is built"
        return f"A warning: {kept} all the same."
    usual = "what it stands in is kept out of the site"
    if is_clipping:
        usual = "nothing is added from it"
    return f"An error: {code.effect or usual}."
