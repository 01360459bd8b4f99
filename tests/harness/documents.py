"""Makes documents of each format at run time, so that the repository holds no binary files."""

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

Block = str | dict[str, Any]


def make_docx(blocks: list[Block], properties: dict[str, str] | None = None) -> bytes:
    """Return a Word document: texts are paragraphs, mappings anything else."""
    document = docx.Document()
    for block in blocks:
        match block:
            case str():
                document.add_paragraph(block)
            case {"heading": level, "text": text}:
                document.add_heading(text, level)
            case {"bullet": text}:
                document.add_paragraph(text, style="List Bullet")
            case {"table": rows}:
                table = document.add_table(len(rows), len(rows[0]))
                for row, cells in zip(table.rows, rows, strict=True):
                    for cell, text in zip(row.cells, cells, strict=True):
                        cell.text = text
            case {"parts": parts}:
                paragraph = document.add_paragraph()
                for part in parts:
                    if isinstance(part, str):
                        paragraph.add_run(part)
                    else:
                        _add_link(paragraph, part["text"], part["link"])
    for key, value in (properties or {}).items():
        setattr(document.core_properties, key, value)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _add_link(paragraph: Any, text: str, url: str) -> None:
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def make_pdf(pages: list[list[Any]], *, title: str = "", password: str | None = None) -> bytes:
    """Return a PDF; a page is a list of lines: a text, `[size, text]`, or a number of points down.

    A page that is empty holds a drawing, as a scan does.
    """
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842), invariant=True, encrypt=password)
    canvas.setTitle(title)
    for page in pages:
        down = 800.0
        for line in page:
            if isinstance(line, int | float):
                down -= line
                continue
            size, text = (10, line) if isinstance(line, str) else line
            canvas.setFont("Helvetica", size)
            canvas.drawString(60, down, text)
            down -= size * 1.2
        if not page:
            canvas.rect(60, 60, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def make_rtf(paragraphs: list[Any], title: str = "") -> bytes:
    """Return an RTF document; a paragraph is a text or a mapping of `text` and `link`."""
    info = f"{{\\info{{\\title {_rtf(title)}}}}}" if title else ""
    parts = [f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}{info}\\f0\\fs20 "]
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            parts.append(f"{_rtf(paragraph)}\\par\n")
            continue
        field = (
            f'{{\\field{{\\*\\fldinst{{HYPERLINK "{paragraph["link"]}" }}}}'
            f"{{\\fldrslt{{{_rtf(paragraph['text'])}}}}}}}"
        )
        before, after = _rtf(paragraph.get("before", "")), _rtf(paragraph.get("after", ""))
        parts.append(f"{before}{field}{after}\\par\n")
    return ("".join(parts) + "}").encode("ascii")


def _rtf(text: str) -> str:
    out = []
    for char in text:
        if char in "\\{}":
            out.append(f"\\{char}")
        elif char == "\n":
            out.append("\\line ")
        elif ord(char) < 128:
            out.append(char)
        else:
            code = ord(char) if ord(char) < 32768 else ord(char) - 65536
            out.append(f"\\u{code}?")
    return "".join(out)
