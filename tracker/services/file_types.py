"""Files that are handed over: their media types, and what their names may hold."""

import re

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    "csv": "text/csv",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "html": "text/html",
    "pdf": "application/pdf",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}
_UNFIT = re.compile(r"[^\w.-]+")
# Of the 255 bytes that a file's name may have.
_LONGEST_PART = 160


def media_type(ending: str) -> str:
    """Return the media type of a file by its ending: that of a zip for png.zip."""
    return _MEDIA_TYPES[ending.rpartition(".")[2]]


def name_part(text: str) -> str:
    """Return a text as the beginning of a file's name, with what every system takes and room for what follows."""
    plain = _UNFIT.sub("-", text).strip("-.").encode()[:_LONGEST_PART]
    return plain.decode(errors="ignore").strip("-.") or "plans"
