"""The table of deeds on entries as queries name it; its constraints are in the migration."""

from sqlalchemy import Column, Integer, Table, Text

from tracker.store.tables import metadata

entry_events = Table(
    "entry_events",
    metadata,
    Column("id", Integer),
    *(Column(name, Text) for name in ("at", "who", "deed", "zone", "indicator")),
    *(Column(name, Integer) for name in ("year", "version")),
    *(Column(name, Text) for name in ("old", "new", "reason")),
    Column("change_set", Integer),
    *(Column(name, Text) for name in ("previous_hash", "hash")),
)
