"""Files as people see them: rendered by the programs they have, page by page."""

import io
import re
import shutil
import subprocess
from pathlib import Path

from defusedxml import ElementTree
from PIL import Image

from tests.requirements import require_or_skip


def tool(name: str) -> str:
    """Return a program's place, or skip the test."""
    place = shutil.which(name) or ""
    require_or_skip(place, f"no {name} on this machine")
    return place


def _of_pdf(program: str, pdf: bytes, *options: str) -> bytes:
    run = subprocess.run([tool(program), *options], input=pdf, capture_output=True, check=True)
    return run.stdout


def pages(pdf: bytes, folder: Path) -> list[Image.Image]:
    """Render every page in grey."""
    _of_pdf("pdftoppm", pdf, "-r", "40", "-gray", "-png", "-", str(folder / "page"))
    return [Image.open(io.BytesIO(place.read_bytes())) for place in sorted(folder.glob("page-*.png"))]


def ink(page: Image.Image) -> float:
    """Return the share of a page that is not paper."""
    dark = page.convert("L").point(lambda value: 255 if value < 200 else 0)
    return float(sum(dark.histogram()[255:])) / (page.width * page.height)


def text(pdf: bytes, first: int = 1, last: int = 9999) -> str:
    """Return what can be read on some pages, its spaces evened out."""
    read = _of_pdf("pdftotext", pdf, "-f", str(first), "-l", str(last), "-", "-").decode()
    return re.sub(r"\s+", " ", read)


def facts(pdf: bytes) -> dict[str, str]:
    """Return what the file says of itself."""
    lines = _of_pdf("pdfinfo", pdf, "-").decode().splitlines()
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in lines)}


def metadata(pdf: bytes) -> str:
    """Return the file's XMP."""
    return _of_pdf("pdfinfo", pdf, "-meta", "-").decode()


def bookmarks(pdf: bytes, folder: Path) -> list[str]:
    """Return the titles in the file's outline."""
    (folder / "outline.pdf").write_bytes(pdf)
    output = subprocess.run(
        [tool("pdftohtml"), "-xml", "-i", "-stdout", str(folder / "outline.pdf")], capture_output=True, check=True
    )
    outline = re.search(rb"<outline>.*</outline>", output.stdout, re.DOTALL)
    assert outline is not None
    return ["".join(item.itertext()) for item in ElementTree.fromstring(outline[0]).iter("item")]


def by_office(content: bytes, ending: str, folder: Path) -> bytes:
    """Return the PDF that LibreOffice makes of a file."""
    place = folder / f"opened.{ending}"
    place.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(place)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return place.with_suffix(".pdf").read_bytes()
