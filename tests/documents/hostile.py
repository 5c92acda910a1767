"""Files as nobody should send them, and sound ones to spoil: made here, so that none has to be kept."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Iterator

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)

PAGE = """<!doctype html><html><head><title>The Gates – River Post</title><meta charset="utf-8">
<script>var words = "not to be read";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Dockers Hold the Gates</h1><p>By the Harbour Committee</p>
<p>The strike at the river port went into its third week on Monday, and the gates stayed
shut.<sup><a href="#n">1</a></sup> At least 470 dockers took part, says
the <a href="https://example.org/union">Union of Port Workers</a>.</p>
<figure><img src="gate.jpg" alt="gate"><figcaption>The gate at dawn. Photo: R. Tal</figcaption></figure>
<h2>What they ask for</h2><ol><li>Pay the wages owed.</li><li>Free those who were taken.</li></ol>
<blockquote>“We will not go back,” said a <b>crane driver</b>.<br>“Not one of us.”</blockquote>
<p>Bakers of the lower town have joined them. They bring bread to the gates each morning and stay until noon.</p>
</article><aside>Related: Ten things about ports</aside><footer>Subscribe to our newsletter</footer></body></html>
"""


def make_docx(body: str, *, head: str = "", more: dict[str, bytes] | None = None, types: str = _TYPES) -> bytes:
    """A Word file whose document holds *body* (paragraphs as WordprocessingML)."""
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str, *, style: str = "", bold: bool = False) -> str:
    """One paragraph of a Word document."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{properties}<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def make_pdf(lines: list[str], *, trailer: str = "", stream: bytes | None = None, kids: str = "3 0 R") -> bytes:
    """A PDF of one page with *lines* of Latin letters, an empty one leaving room as between paragraphs."""
    if stream is None:
        shown = " ".join(f"({line}) Tj 0 -16 Td" if line else "0 -16 Td" for line in lines)
        stream = f"BT /F1 11 Tf 72 760 Td {shown} ET".encode("latin-1")
    packed = zlib.compress(stream)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count 1 >>".encode(),
        _PAGE,
        f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


LETTER = make_docx(
    paragraph("On the Closing of the Mills", style="Heading1")
    + paragraph("The mills stand still since Monday, and nobody was asked.")
    + paragraph("Whoever works there has a say.", bold=True)
)
PRINT = make_pdf(["On the Closing of the Mills", "", "The mills stand still since Monday,", "and nobody was asked."])


def invent() -> Iterator[tuple[str, bytes, str]]:
    """Hostile files: a name, the content, and a word of the refusal that must follow (empty: reading it is fine)."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs.docx", make_docx(paragraph("&a11;"), head=f'<!DOCTYPE d [<!ENTITY a0 "ha">{laughs}]>'), "instructions"
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "outside.docx", make_docx(paragraph("&x;"), head=outside), "instructions"
    yield "bomb.docx", make_docx(paragraph("a"), more={"word/media/a.xml": bytes(40 * 2**20)}), "unpacks"
    yield "liar.docx", _lie(make_docx(paragraph("a"), more={"word/big.xml": bytes(30 * 2**20)})), ""
    yield "crowd.docx", make_docx(paragraph("a"), more={f"word/{n}.xml": b"" for n in range(3000)}), "unpacks"
    yield "nested.docx", make_docx(paragraph("a"), more={"word/embeddings/b.bin": LETTER}), "other files"
    yield "macros.docx", make_docx(paragraph("a"), more={"word/vbaProject.bin": b"x"}), "macros"
    yield "locked.docx", _lock(LETTER), "password"
    yield "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "old Word file"
    yield "deep.docx", make_docx("<w:p>" * 50_000 + "</w:p>" * 50_000), ""
    yield "empty.docx", make_docx(""), ""
    yield "page.docx", PAGE.encode(), "damaged"
    yield "up.docx", make_docx(paragraph("a b c"), more={"../../outside.xml": b"x"}), ""
    yield "deep.html", b"<div>" * 200_000 + b"words to read", ""
    yield "wide.html", b"<p " + b"a='b' " * 500_000 + b">words</p>", ""
    yield "angles.html", b"<" * 4_000_000, ""
    yield "amp.html", b"&amp;" * 900_000, ""
    yield "entity.html", b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; and words</p>', ""
    yield "nothing.html", b"<html></html>", "no text"
    yield "charset.html", b'<meta charset="utf-7"><p>+ADw-script+AD4- words of a page</p>', ""
    yield "bomb.pdf", make_pdf([], stream=b"q Q " * 8_000_000), ""
    yield "text-bomb.pdf", make_pdf(["word " * 60_000] * 20), ""
    yield "circle.pdf", make_pdf(["words"], kids="2 0 R 2 0 R"), ""
    yield "crowd.pdf", make_pdf(["words"], kids="3 0 R " * 100_000), ""
    yield "locked.pdf", make_pdf(["words"], trailer=_ENCRYPTED), ""
    yield "pictures.pdf", make_pdf([], stream=b"0 0 m 10 10 l S"), "pictures"
    yield "noise.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "damaged"
    yield "page.pdf", PAGE.encode(), "damaged"


_ENCRYPTED = (
    f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >> "
    f"/ID [<{'43' * 16}> <{'43' * 16}>]"
)


def spoil(seed: int) -> tuple[str, bytes]:
    """A sound file of some form with a random accident: cut short, bytes changed, a stretch doubled or zeroed."""
    chance = random.Random(seed)
    name, content = chance.choice([("a.docx", LETTER), ("a.pdf", PRINT), ("a.html", PAGE.encode())])
    raw = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                del raw[max(at, 20) :]
            case 1:
                for _ in range(chance.randint(1, 40)):
                    raw[chance.randrange(len(raw))] = chance.randrange(256)
            case 2:
                raw[at:at] = raw[at : at + chance.randint(1, 400)] * chance.randint(1, 30)
            case _:
                raw[at : at + 60] = bytes(60)
    return name, bytes(raw)


def _lie(archive: bytes) -> bytes:
    """The archive with all sizes in its directory said to be small."""
    size = (30 * 2**20).to_bytes(4, "little")
    return archive.replace(size, (100).to_bytes(4, "little"))


def _lock(archive: bytes) -> bytes:
    """The archive with every entry marked as encrypted."""
    raw = bytearray(archive)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.find(sign)
        while place >= 0:
            raw[place + at] |= 1
            place = raw.find(sign, place + 4)
    return bytes(raw)
