"""Every text of the product, as it stands in the source and in each language's catalogue; `make texts` joins them."""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.serving import ROOT
from tracker.language.catalogue import catalogue_file
from tracker.language.spoken import LANGUAGES

TRANSLATED = LANGUAGES[1:]
#: How many of a call's arguments are texts.
CALLS = {"_": 1, "gettext_noop": 1, "ngettext": 2}
# They would change with every run.
_DATED = (b'"POT-Creation-Date:', b'"PO-Revision-Date:', b'"Generated-By:')

Text = str | tuple[str, ...]


def sources() -> Iterator[Path]:
    """Yield the files whose texts people see."""
    yield ROOT / "app.py"
    for folder in ("tracker", "pages"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def texts_in_source() -> Catalog:
    """Collect every text that goes through gettext."""
    catalog = Catalog()
    for place in sources():
        for text in texts_in(ast.parse(place.read_text(encoding="utf-8"))):
            catalog.add(text)
    return catalog


def texts_in(tree: ast.AST) -> Iterator[Text]:
    """Yield the texts of a module, also those that stand within another text's braces, where Babel finds none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            texts = tuple(ast.literal_eval(argument) for argument in node.args[: CALLS[node.func.id]])
            yield texts[0] if len(texts) == 1 else texts


def texts_kept(language: str) -> Catalog:
    """Read the catalogue of a language."""
    with catalogue_file(language).open("rb") as kept:
        return read_po(kept, locale=language)


def messages(catalogue: Catalog) -> dict[Text, Message]:
    """Give a catalogue's messages by their English text, a pair where they have two forms; without names of units."""
    by_text = {
        tuple(one.id) if isinstance(one.id, list | tuple) else one.id: one for one in catalogue if not one.context
    }
    return {text: message for text, message in by_text.items() if text}


def blank(language: str) -> Catalog:
    """Make a catalogue without texts."""
    return Catalog(
        locale=language,
        header_comment="",
        project="tracker",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team=language,
        fuzzy=False,
    )


def bring_up_to_date(language: str) -> tuple[int, int]:
    """Add what is new in the source to a catalogue, untranslated, drop what is gone, and count both."""
    source, place = texts_in_source(), catalogue_file(language)
    before = texts_kept(language) if place.exists() else Catalog(locale=language)
    new, gone = (
        len(messages(one).keys() - messages(other).keys()) for one, other in ((source, before), (before, source))
    )
    after = blank(language)
    kept = messages(before)
    for text in messages(source):
        after.add(text, kept[text].string if text in kept else None)
    for named in (message for message in before if message.context):
        after.add(named.id, named.string, context=named.context)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(written(after))
    return new, gone


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue so that it differs only where its texts do: sorted, without places and dates."""
    text = BytesIO()
    write_po(text, catalogue, width=0, no_location=True, sort_output=True)
    return b"\n".join(line for line in text.getvalue().split(b"\n") if not line.startswith(_DATED))


def untranslated(language: str) -> list[Text]:
    """List the texts that a catalogue has no translation for."""
    return [text for text, message in messages(texts_kept(language)).items() if not said(message)]


def said(message: Message) -> tuple[str, ...]:
    """Give the translations of a message, one for each plural form; none where any is missing."""
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return forms if all(forms) and not message.fuzzy else ()


def main() -> None:
    """Bring every catalogue up to date and say what waits for a translation."""
    for language in TRANSLATED:
        new, gone = bring_up_to_date(language)
        print(f"{language}: {new} new, {gone} gone")
        for text in untranslated(language):
            print(f"  waits for a translation: {text}")


if __name__ == "__main__":
    main()
