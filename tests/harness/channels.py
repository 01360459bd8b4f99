"""Every road by which a text comes onto a page, each with a payload that names its road."""

from pathlib import Path
from typing import Any

import yaml

from harness.building import copy_small

HEARD = "window.ran = name => (window.hits ??= []).push(String(name))"
"""Run before any page, so that a payload that acts is heard by its channel's name."""


def payload(channel: str) -> str:
    """Return markup that acts in several ways wherever it is live."""
    act = f"ran(/{channel}/)"
    return f"Zed <img src=x onerror={act}><script>{act}</script><svg/onload={act}>\"' {channel}"


def address(channel: str, scheme: str = "javascript:") -> str:
    """Return an address that acts when it is followed."""
    return f"{scheme}ran(/{channel}/)"


TEXTS = (
    "title", "subtitle", "publisher", "agency", "dateline", "section", "summary",
)  # fmt: skip
"""Keys of an article that hold one text."""

ADDRESSES = {
    "url-javascript": "javascript:ran(/url/)",
    "url-data": "data:text/html,<script>parent.ran(/url/)</script>",
    "url-encoded": "&#106;avascript:ran(/url/)",
    "url-spaced": "java\tscript:ran(/url/)",
    "url-in-https": 'https://example.org/"onmouseover="ran(/url/)',
    "url-tag-in-https": "https://example.org/<script>ran(/url/)</script>",
}

BODY = {
    "body-html": payload("body-html"),
    "body-link": f"[Zed]({address('body-link')})",
    "body-link-encoded": "[Zed](&#x6A;avascript:ran&#40;/body-link-encoded/&#41;)",
    "body-link-html": f'<a href="java&#115;cript:{address("a", "")}">Zed</a>',
    "body-link-data": "[Zed](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "body-link-title": '[Zed](https://example.org "x\\" onmouseover=ran(/body-link-title/) y")',
    "body-image": f"![Zed]({address('body-image')}) ![{payload('alt')}](x.png)",
    "body-autolink": f'<{address("body-autolink")}> <https://example.org/"onclick=ran(1)>',
    "body-reference": f"[Zed][r1]\n\n[r1]: {address('body-reference')} '\"onmouseover=ran(1)'",
    "body-heading": f'## {payload("body-heading")} {{: onclick="ran(/body-heading/)" }}',
    "body-heading-split": "## Zed <img src=x onerror=ran(`/body-heading-split/`)>",
    "body-heading-code": "## `<img src=x onerror=ran(/body-heading-code/)>`",
    "body-footnote": f"Zed[^x]\n\n[^x]: {payload('body-footnote')}",
    "body-fence": f"``` {payload('body-fence')}\ncode {payload('code')}\n```",
    "body-attributes": '*Zed*{: onmouseover="ran(/body-attributes/)" style="color:red" }',
    "body-table": f"| a | b |\n| - | - |\n| {payload('body-table')} | x |",
    "body-abbreviation": f"Zed.\n\n*[Zed]: {payload('body-abbreviation')}",
    "body-style": "<style>@import '//evil.test/x'</style><link rel=stylesheet href=//evil.test>",
    "body-meta": '<meta http-equiv=refresh content="0;url=//evil.test/"><base href=//evil.test/>',
    "body-frame": "<iframe srcdoc='<script>parent.ran(/body-frame/)</script>'></iframe>",
    "body-form": f"<form action={address('body-form')}><input type=submit id=__search></form>",
    "body-svg": f"<svg><a xlink:href={address('body-svg')}><text>Zed</text></a></svg>",
    "body-math": f"<math><mtext><table><mglyph><style><img src=x onerror={address('m', '')}>",
    "body-comment": f"<!-- --!><img src=x onerror={address('body-comment', '')}> -->",
    "body-marks": '\ue000\ue010\ue001Zed\ue002 \ue003[["javascript:ran(1)","x"]]\ue003',
    "body-clobber": '<a id="__config">x</a><img name="body" id="ran">',
}

CHANNELS = (
    *TEXTS, "author", "standfirst", "caption", "credit", "ingest-file", "link-override",
    "entity-name", "entity-description", "alias", "relation-type", "relation-source", "not-text",
    "topic-title", "topic-term", "topic-body", "dossier-title", "dossier-description",
    "dossier-editor", "dossier-introduction", "decision", "file-name", "dossier-slug",
    *ADDRESSES, *BODY,
)  # fmt: skip
"""The channels that a publication's files offer; search and versions are asked in the browser."""


def hostile_channels(folder: Path) -> Path:
    """Write the small publication with a payload in every channel, and return its folder."""
    publication = copy_small(folder)
    content = publication / "dossiers"
    articles = content / "gulf/articles"
    keys = {name: payload(name) for name in TEXTS}
    listed: dict[str, Any] = {
        "authors": [payload("author")],
        "standfirst": [payload("standfirst")],
        "images": [{"caption": payload("caption"), "credit": payload("credit")}],
        "published": "2020-02-04",
        "url": "https://example.org/?a=%22%3E%3Cscript%3E",
        "rights": "full",
        "links": {"Zed link-override": "zed"},
        "ingest": {"file": payload("ingest-file"), "sha256": "0" * 64},
    }
    body = "\n\n".join(BODY.values())
    _write(articles / "2020-02-04-channels.md", {**keys, **listed}, body)
    for name, value in ADDRESSES.items():
        _write(articles / f"2020-02-05-{name}.md", {"title": "Zed", "url": value}, "Zed.")
    _write(articles / "2020-02-06-<img src=x onerror=ran(1)>.md", {"title": "file-name"}, "")
    slug = content / "<svg onload=ran(1)>"
    slug.mkdir()
    (slug / "dossier.yml").write_text("title: dossier-slug\n")
    (content / "gulf/index.md").write_text(f"{payload('dossier-introduction')}\n")
    _dump(
        content / "gulf/dossier.yml",
        {
            "title": payload("dossier-title"),
            "description": payload("dossier-description"),
            "editors": [payload("dossier-editor")],
            "rights": "full",
        },
    )
    topic = {
        "title": payload("topic-title"),
        "rule": {"any": [f"term:{payload('topic-term')}", "term:Zed"]},
    }
    _write(content / "topics/channels.md", topic, payload("topic-body"))
    _dump(
        content / "entities/zed.yml",
        {
            "zed": {
                "name": payload("entity-name"),
                "kind": "person",
                "description": payload("entity-description"),
                "aliases": ["Zed", payload("alias")],
                "not": [payload("not-text")],
                "relations": [
                    {
                        "type": payload("relation-type"),
                        "to": "iran",
                        "source": payload("relation-source"),
                    },
                    {"type": "x", "to": "iran", "source": address("relation-source")},
                ],
            }
        },
    )
    decision = {"kind": "candidate", "subject": payload("decision"), "verdict": "rejected"}
    _dump(content / "decisions.yml", [{**decision, "reason": payload("decision")}])
    return publication


def _write(path: Path, keys: dict[str, Any], body: str) -> None:
    front = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(f"---\n{front}---\n{body}\n", "utf-8")


def _dump(path: Path, values: object) -> None:
    path.write_text(yaml.safe_dump(values, allow_unicode=True, width=10_000), "utf-8")
