"""The policy of a page names the scripts of the theme, and no other."""

import hashlib
import re
from base64 import b64encode

from dossierpress.site.policy import MARK, with_policy

THEIRS = "window.theme = 1\n"
OURS = "window.pwned = 1"
PAGE = (
    f"<!doctype html><html><head><meta charset=utf-8>{MARK}<title>x</title>"
    f"<script>{THEIRS}</script><script src=a.js></script></head><body>"
    f'<script type="application/json">{{"a": 1}}</script><div>CONTENT</div></body></html>'
)


def allowed(html: str) -> list[str]:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    (scripts,) = [part for part in policy.split("; ") if part.startswith("script-src ")]
    return scripts.split()[1:]


def digest(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_scripts_of_the_theme_are_named_and_data_is_not() -> None:
    assert allowed(with_policy(PAGE, ["CONTENT"])) == ["'self'", digest(THEIRS)]


def test_a_script_that_came_with_a_text_is_not_named() -> None:
    text = f"<script>{OURS}</script>"
    page = PAGE.replace("CONTENT", text)
    assert digest(OURS) in allowed(with_policy(page, []))
    assert allowed(with_policy(page, [f"<p>{text}</p>"])) == ["'self'", digest(THEIRS)]


def test_nothing_that_loads_stands_before_the_policy() -> None:
    for page in (
        PAGE,
        PAGE.replace(MARK, ""),
        PAGE.replace(MARK, "").replace("<meta charset=utf-8>", ""),
    ):
        html = with_policy(page, [])
        assert html.index("Content-Security-Policy") < html.index("<script")
        assert MARK not in html


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_policy("<p>x</p>", []) == "<p>x</p>"


def test_a_page_that_has_its_policy_keeps_it() -> None:
    html = with_policy(PAGE, [])
    assert with_policy(html, ["CONTENT"]) == html
