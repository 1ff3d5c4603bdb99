"""A store with something in every table, and what somebody does to it who can write to its file or database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, create_engine, insert, text

from tests.store.samples import write_actual
from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Role
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideEvent, SlideSet
from tracker.domain.statuses import Rule
from tracker.store import Store
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import insert_account, insert_first_link
from tracker.store.accounts.sessions import begin_session, end_session
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.failures import pysqlite
from tracker.store.database.schema.account_tables import known_browsers
from tracker.store.entry.entries import entries_by_key
from tracker.store.entry.entry_writer import Meaning, open_entry_writer
from tracker.store.entry.evidence import keep_file
from tracker.store.slides.slide_sets import write_slide_set

_CHECKS = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"
KEY = EntryKey(zone="park", indicator="firms", year=2024)
OTHER = EntryKey(zone="park", indicator="firms", year=2025)
RUNNING, ENDED = "a" * 64, "b" * 64


def fill_everything(store: Store) -> None:
    """Put something into every table of a store with the small plan, by the program's own ways."""
    write_actual(store, year=2023, value=Decimal(4))
    _add_people(store)
    with open_entry_writer(store) as writer:
        writer.set_deadline("chen", 2024, date(2025, 2, 28))
        checksum = keep_file(writer, "li", "report.pdf", "application/pdf", b"%PDF-1.7")
        writer.keep_draft("li", OTHER, Typed(value="9"))
        writer.keep_draft("zhao", KEY, Typed(value="9"))
        for value in ("120", "121"):
            typed = Typed(value=value, evidence=checksum)
            meaning = Meaning(words=value, actual=f'{{"value":"{value}"}}')
            writer.submit("li", KEY, typed, meaning, entries_by_key(writer, [KEY]).get(KEY))
    with store.write() as connection:
        write_slide_set(connection, store.clock(), "li", SlideEvent.MADE, _slide_set(store))


def _add_people(store: Store) -> None:
    with store.write() as connection:
        now = store.clock()
        for name, role, zones in (("chief", Role.ADMINISTRATOR, ()), ("li", Role.OFFICIAL, ("park",))):
            insert_account(connection, now, name, name.title(), role, zones, f"$argon2id${name}")
            note_account(connection, now, AccountEventKind.ADDED, name, who="command line")
        for token_hash in (RUNNING, ENDED):
            begin_session(connection, now, token_hash, "li", address="10.0.0.1", agent="browser")
        end_session(connection, now, ENDED)
        insert_first_link(connection, now, "c" * 64)
        with journalled(connection, now, known_browsers):
            browser = {"token_hash": "e" * 64, "account": "li", "made_at": instants.written(now)}
            connection.execute(insert(known_browsers).values(**browser))


def _slide_set(store: Store) -> SlideSet:
    now = store.clock()
    return SlideSet(
        key="spring", name="Spring", origin=Origin.COMPARISON, subjects=("firms", "park"), year=2022, as_of=now,
        rule=Rule.COMPOUND, slides=(SlideChoice(key="opening"),), made_by="li", made_at=now, changed_at=now,
        refreshed_at=now,
    )  # fmt: skip


@contextmanager
def tampering(store: Store) -> Iterator[Connection]:
    """Lend a connection past every guard, reference and check; at the end all is as it was before."""
    if store.write_engine.dialect.name == "postgresql":
        with store.write_engine.connect() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for table, check in connection.exec_driver_sql(_CHECKS).all():
                connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {check}")
            yield connection
            connection.rollback()
        return
    engine = create_engine(store.url, module=pysqlite)
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.isolation_level = None
        for statement in ("PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", "BEGIN IMMEDIATE"):
            raw.execute(statement)
        yield connection
        raw.execute("ROLLBACK")
    engine.dispose()


def tamper(connection: Connection, *statements: str) -> None:
    """Run statements; the guards of a file are taken away for them, and put back."""
    guards: dict[str, str] = {}
    if connection.dialect.name == "sqlite":
        guards = dict(connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all())
    for statement in (*(f"DROP TRIGGER {name}" for name in guards), *statements, *guards.values()):
        connection.exec_driver_sql(statement)
