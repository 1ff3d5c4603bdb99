"""The Latin face that pictures are compared in: the package's, whatever fonts the machine has."""

from pathlib import Path
from xml.sax.saxutils import escape

import fontpkg_noto_sans  # type: ignore[import-untyped]

FILES = Path(fontpkg_noto_sans.__file__).parent / "files"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>*/NotoSans-*.ttf</glob></rejectfont></selectfont>
<dir>{files}</dir>
</fontconfig>
"""


def fonts_file(folder: Path) -> Path:
    """Write a configuration of the machine's fonts with the package's Noto Sans in the place of its own."""
    place = folder / "fonts.conf"
    place.write_text(_CONFIGURATION.format(files=escape(str(FILES))), encoding="utf-8")
    return place
