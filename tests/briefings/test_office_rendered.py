"""Presentations as an office program shows them: a page each, no text cut off or beside its page."""

import html
import re
import subprocess
from pathlib import Path

import pytest

from tests.briefings import decks
from tests.requirements import office, pdf_reader
from tracker.briefings.pptx.presentation import pptx_bytes

pytestmark = pytest.mark.office

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def rendered(place: Path, made: bytes) -> list[str]:
    """Return the words of every page with their boxes, as poppler's XML."""
    (place / "deck.pptx").write_bytes(made)
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    convert = [office(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), str(place / "deck.pptx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=240)
    read = [pdf_reader(), "-bbox", str(place / "deck.pdf"), "-"]
    return [page[0] for page in _PAGE.finditer(subprocess.run(read, check=True, capture_output=True, text=True).stdout)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_slide_is_a_page_whose_words_all_stand_on_it(tmp_path: Path, language: str) -> None:
    deck = decks.sample(language)
    pages = rendered(tmp_path, pptx_bytes(deck))
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        match = _PAGE.match(page)
        assert match is not None
        width, height = float(match[1]), float(match[2])
        words = list(_WORD.finditer(page))
        assert len(words) > 3
        for word in words:
            left, top, right, bottom = (float(end) for end in word.groups()[:4])
            assert 0 <= left < right <= width, word[5]
            assert 0 <= top < bottom <= height, word[5]
        # Chinese is read without spaces, and a line may break anywhere in it.
        shown = "".join(html.unescape(word[5]) for word in words)
        assert re.sub(r"\s", "", slide.title) in re.sub(r"\s", "", shown)
