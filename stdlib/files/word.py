"""Word documents (docx) of plain paragraphs: a text's lines, each a paragraph of its own."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the same text gives the same bytes."""

_OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

_TYPES = (
    f'{_OPEN}<Types xmlns="{_PARTS}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'{_OPEN}<Relationships xmlns="{_PARTS}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)


def document(text: str) -> bytes:
    """Return a Word document of a text; a blank line is an empty paragraph."""
    body = "".join(_paragraph(line) for line in text.rstrip("\n").split("\n"))
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440"'
        ' w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    whole = f'{_OPEN}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", whole),
        ):
            parts.writestr(zipfile.ZipInfo(name, _FIRST), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _paragraph(line: str) -> str:
    if not line.strip():
        return "<w:p/>"
    # XML holds no control characters but the tab, which is an element of its own.
    pieces = ("".join(c for c in piece if c >= " ") for piece in line.split("\t"))
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return f"<w:p><w:r>{runs}</w:r></w:p>"
