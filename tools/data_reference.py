"""The page of docs/ that says what the data files hold, made from their schemas."""

import json

from dossierpress.site.data.files import TABLES, schema

_HEAD = """# Data files

A site has its contents as files beside its pages, in `data/`; the page `/data/` lists them with
their numbers and licences.
`plugins: dossier: {data_files: false}` leaves them out.

| file | what |
| --- | --- |
| `data/<table>.json` | a JSON array, one record a line |
| `data/<table>.csv` | the same as CSV (RFC 4180), in UTF-8, with a row of names |
| `data/schemas/<table>.schema.json` | the [JSON Schema](https://json-schema.org/) of a record |
| `data/dossiers/<dossier>.json`, `.csv` | the articles of one dossier |
| `data/entities.ftm.json` | entities and their ties for [FollowTheMoney][], one a line |

A table of more than 100,000 records goes on in `data/<table>-2.json` and so on.

- **Rights hold here too.** No text of a publisher is in a file; a mention in words that may not be
  shown has no words, place or rule.
- A value that is not known is `null` in JSON and an empty cell in CSV. Several values of a cell are
  separated by `; `.
- A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
  carriage return) has an
  apostrophe before it.
- Addresses of pages are whole where the site knows its own (`site_url`), else relative to its root.
- The same content gives the same bytes.

In FollowTheMoney a place is an `Address`, a facility `RealEstate`, equipment an `Asset`; a tie is a
`Membership` or an `Ownership`
where its ends fit, else an `UnknownLink` with its type as the role. Weak aliases are `weakAlias`,
former names `previousName`.

[FollowTheMoney]: https://followthemoney.tech/
"""


def page() -> str:
    """Return the page's text."""
    return _HEAD + "".join(_table(table.name, json.loads(schema(table.name))) for table in TABLES)


def _table(name: str, of: dict[str, object]) -> str:
    properties = of["properties"]
    assert isinstance(properties, dict)  # noqa: S101
    rows = [
        f"| `{field}` | {_type(item)} | {item['description']} |"
        for field, item in properties.items()
    ]
    lines = [f"\n## {name.capitalize()}\n", f"{of['description']}\n"]
    return "\n".join([*lines, "| field | type | meaning |", "| --- | --- | --- |", *rows]) + "\n"


def _type(item: dict[str, object]) -> str:
    type_ = item["type"]
    words = " or ".join(type_) if isinstance(type_, list) else str(type_)
    values = [f"`{value}`" for value in item.get("enum", ()) if value]  # type: ignore[attr-defined]
    return f"{words}: {', '.join(values)}" if values else words
