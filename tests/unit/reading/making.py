"""Makes documents of every kind out of the same parts, in memory."""

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document as Word

# (kind, level, text): the parts that every kind of document can hold.
PARTS = [
    ("heading", 1, "Toezicht op de bijstand"),
    ("paragraph", None, "Het college kiest wie een controle krijgt, zie art. 3, lid 2 Pw."),
    ("heading", 2, "Werkwijze"),
    ("paragraph", None, "De consulent bekijkt het dossier. Daarna volgt een gesprek."),
    ("item", 1, "Het gesprek is thuis."),
    ("item", 1, "De reden wordt vastgelegd."),
    ("paragraph", None, "De reden staat in het dossier en de inwoner leest mee."),
]


def docx(parts=PARTS) -> bytes:
    word = Word()
    for kind, level, text in parts:
        if kind == "heading":
            word.add_heading(text, level)
        else:
            word.add_paragraph(text, style="List Bullet" if kind == "item" else None)
    return saved(word)


def saved(word) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def odt(parts=PARTS) -> bytes:
    return odt_of("".join(_odt_part(*part) for part in parts))


def _odt_part(kind, level, text):
    text = escape(text)
    if kind == "heading":
        return f'<text:h text:outline-level="{level}">{text}</text:h>'
    paragraph = f"<text:p>{text}</text:p>"
    if kind == "item":
        return f"<text:list><text:list-item>{paragraph}</text:list-item></text:list>"
    return paragraph


ODT = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
    }.items()
)


def odt_of(body: str, *, before: str = "", others=()) -> bytes:
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content {NAMESPACES}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODT, "content.xml": content, **dict(others)})


def zipped(members) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def changed(package: bytes, members) -> bytes:
    """The same package, with these members in place of its own or beside them."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    return zipped({**kept, **members})


def html(parts=PARTS) -> bytes:
    tags = {"paragraph": "p", "item": "li", "title": "h1"}
    body = "".join(
        f"<h{level}>{escape(text)}</h{level}>"
        if kind == "heading"
        else f"<{tags[kind]}>{escape(text)}</{tags[kind]}>"
        for kind, level, text in parts
    )
    return f"<!doctype html><html lang=nl><meta charset=utf-8><body>{body}</body></html>".encode()


def txt(parts=PARTS) -> bytes:
    lines = {
        "heading": lambda level, text: f"{'#' * level} {text}",
        "item": lambda level, text: f"- {text}",
        "paragraph": lambda level, text: text,
    }
    return "\n\n".join(lines[kind](level, text) for kind, level, text in parts).encode()


def pdf(parts=PARTS) -> bytes:
    """One page: headings large, items with a bullet, long paragraphs over several lines."""
    lines, y = [], 800
    for kind, level, text in parts:
        size = {1: 20, 2: 15}[level] if kind == "heading" else 10
        y -= size + 8
        for line in wrapped(("\u2022 " if kind == "item" else "") + text, 60):
            lines.append((60, y, size, line))
            y -= size * 1.2
    return pdf_of([lines])


def wrapped(text, width):
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf_of(pages, *, picture=False) -> bytes:
    """A PDF of pages of lines (x, y, size, text); a negative size is bold. No library needed."""
    contents = [_stream(_page_content(lines, picture)) for lines in pages]
    first = 6
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    dot = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
        dot + b" /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    ]
    for at, content in enumerate(contents):
        resources = "<< /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} "
            f"/Contents {first + 2 * at + 1} 0 R >>".encode(),
            content,
        ]
    return _pdf_file(objects)


def _page_content(lines, picture) -> bytes:
    drawn = [b"q 500 0 0 700 40 40 cm /I Do Q"] if picture else []
    for x, y, size, text in lines:
        name = b"B" if size < 0 else b"F"
        shown = text.encode("cp1252").replace(b"\\", b"\\\\")
        shown = shown.replace(b"(", b"\\(").replace(b")", b"\\)")
        drawn.append(b"BT /%s %d Tf %d %d Td (%s) Tj ET" % (name, abs(size), x, y, shown))
    return b"\n".join(drawn)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _pdf_file(objects) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    )


ALL = {"docx": docx, "odt": odt, "pdf": pdf, "html": html, "txt": txt}
