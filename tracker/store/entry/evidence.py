"""Evidence files, each kept once under the sha256 of its content."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select

from tracker.errors import Problem
from tracker.language import _
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.entry_tables import evidence
from tracker.store.database.upserts import insert_into
from tracker.store.entry.entry_writer import EntryWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """What a file is called, what it is and how large."""

    checksum: str
    name: str
    mime: str
    size: int


def keep_file(writer: EntryWriter, who: str, name: str, mime: str, content: bytes) -> str:
    """Keep a file and give its checksum; a content that is there already is not kept twice."""
    checksum = sha256(content).hexdigest()
    row = {"checksum": checksum, "name": name, "mime": mime, "size": len(content), "content": content, "kept_by": who}
    now = writer.clock()
    with writer.read() as connection, journalled(connection, now, evidence, evidence.c.checksum == checksum):
        insertion = insert_into(connection, evidence).values(**row, kept_at=instants.written(now))
        connection.execute(insertion.on_conflict_do_nothing(index_elements=[evidence.c.checksum]))
    return checksum


def file_kept(reader: Reader, checksum: str) -> KeptFile | None:
    """Describe a file, None where there is none under the checksum."""
    described = (evidence.c.checksum, evidence.c.name, evidence.c.mime, evidence.c.size)
    with reader.read() as connection:
        row = connection.execute(select(*described).where(evidence.c.checksum == checksum)).first()
    return None if row is None else KeptFile(checksum=row.checksum, name=row.name, mime=row.mime, size=row.size)


def content_of_file(reader: Reader, checksum: str) -> bytes:
    """Return a file's content, empty where there is none under the checksum."""
    with reader.read() as connection:
        return _content(connection, checksum)


def _content(connection: Connection, checksum: str) -> bytes:
    return bytes(connection.scalar(select(evidence.c.content).where(evidence.c.checksum == checksum)) or b"")


def damaged_files(connection: Connection) -> Iterator[Problem]:
    """Check every file against its checksum, one at a time because they are large."""
    for checksum in connection.scalars(select(evidence.c.checksum).order_by(evidence.c.checksum)).all():
        if sha256(_content(connection, checksum)).hexdigest() != checksum:
            yield Problem(wrong=_("An evidence file is not what was kept"), seen=checksum)
