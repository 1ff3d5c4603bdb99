"""The parts of a workbook beside its sheets: where those lie, which styles are percentages, how long texts are."""

import posixpath
import re
from array import array
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse

_BUILT_IN_PERCENT = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.')


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """Give the part in which each sheet lies, by the sheet's name."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _read(archive, "xl/_rels/workbook.xml.rels").iterfind("{*}Relationship")
    }
    return {
        sheet.get("name", ""): posixpath.join("/xl", relations[_relation_of(sheet)]).lstrip("/")
        for sheet in _read(archive, "xl/workbook.xml").iterfind("{*}sheets/{*}sheet")
    }


def _relation_of(sheet: Element) -> str:
    """Give a sheet's relation; the prefix of its name differs between the two kinds of the standard."""
    return next(value for name, value in sheet.items() if name.endswith("}id"))


def percent_styles(archive: ZipFile) -> frozenset[int]:
    """Give the numbers of the cell styles that show percentages."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _read(archive, "xl/styles.xml")
    percent = _BUILT_IN_PERCENT | {
        int(own.get("numFmtId", "0"))
        for own in styles.iterfind("{*}numFmts/{*}numFmt")
        if "%" in _QUOTED.sub("", own.get("formatCode", ""))
    }
    styled = styles.iterfind("{*}cellXfs/{*}xf")
    return frozenset(number for number, style in enumerate(styled) if int(style.get("numFmtId", "0")) in percent)


def _read(archive: ZipFile, part: str) -> Element:
    content: Element = fromstring(archive.read(part), forbid_dtd=True)
    return content


def shared_lengths(archive: ZipFile) -> "array[int]":
    """Give how many characters each of the texts has that cells share."""
    lengths = array("l")
    if "xl/sharedStrings.xml" in archive.namelist():
        with archive.open("xl/sharedStrings.xml") as part:
            for _event, element in iterparse(part, forbid_dtd=True):
                if element.tag.rpartition("}")[2] == "si":
                    lengths.append(sum(len(text) for text in element.itertext()))
                    element.clear()
    return lengths
