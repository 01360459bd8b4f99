"""A publication whose every text tries to act: what a browser shows of it must stay text."""

from pathlib import Path

from harness.building import copy_small

PAYLOAD = "<script>window.pwned=1</script>"
IMAGE = "<img src=x onerror=window.pwned=2>"


def hostile(folder: Path) -> Path:
    """Write the small publication with payloads in its texts, and return its folder."""
    publication = copy_small(folder)
    content = publication / "dossiers"
    (content / "gulf/dossier.yml").write_text(
        f"title: 'Ships {PAYLOAD}'\ndescription: '{IMAGE}'\neditors: ['{PAYLOAD}']\nrights: full\n"
    )
    (content / "gulf/index.md").write_text(f"{PAYLOAD}\n\n{IMAGE} {{{{ 7 * 7 }}}}\n")
    (content / "gulf/articles/2020-02-02-hostile.md").write_text(_ARTICLE, "utf-8")
    (content / "gulf/articles/2020-02-03-<script>.md").write_text("---\ntitle: odd name\n---\nx\n")
    (content / "topics/shipping.md").write_text(
        f"---\ntitle: 'Topic {PAYLOAD}'\n"
        f"rule:\n  any: ['term:{PAYLOAD}', term:tanker]\n---\n{IMAGE}\n"
    )
    registry = content / "entities/all.yml"
    registry.write_text(registry.read_text("utf-8") + _ENTITY, "utf-8")
    return publication


_ENTITY = f"""
sneaky:
  name: 'Sneaky {PAYLOAD}'
  kind: person
  description: '{IMAGE} {{{{ config }}}}'
  aliases: ['Alias {IMAGE}', 'Zorbeck']
  relations:
    - {{type: '{PAYLOAD}', to: iran, source: 'javascript:window.pwned=3'}}
"""

_ARTICLE = f"""---
title: 'Headline {PAYLOAD} Zorbeck {{{{ 7 * 7 }}}}'
subtitle: '{IMAGE}'
publisher: 'Press {PAYLOAD}'
agency: '{IMAGE}'
authors: ['{PAYLOAD}']
published: 2020-02-02
dateline: '{IMAGE}'
section: '{PAYLOAD}'
standfirst: 'Standfirst {IMAGE} Zorbeck'
summary: 'Summary {PAYLOAD} of Zorbeck'
images: [{{caption: 'Caption {IMAGE}', credit: '{PAYLOAD}'}}]
---
Zorbeck {PAYLOAD} said {IMAGE} {{{{ config }}}} {{% raw %}}.

<div onclick="window.pwned=4" style="position:fixed" id="__config">{{"base": "//evil.test"}}</div>

[link](javascript:window.pwned=5) [data](data:text/html,x)
<a href="java&#115;cript:window.pwned=6">x</a>
[attr](https://example.org/){{: onmouseover="window.pwned=7" }}

![remote](https://evil.test/pixel.png) <img src="//evil.test/p.png"> <iframe src="https://evil.test"></iframe>

\ue000\ue010\ue001Zorbeck\ue002 \ue003[["javascript:window.pwned=8","x"]]\ue003

--8<-- "mkdocs.yml"

# Zorbeck {PAYLOAD}

<svg><script>window.pwned=9</script></svg> <form action="https://evil.test"><input name=q></form>

[Zorbeck]: https://example.org/ '"onmouseover=window.pwned=10'

[Zorbeck] and `Zorbeck` and *Zor*beck.
"""
