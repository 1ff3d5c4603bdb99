"""The tables of accounts, sessions and events as queries name them; their constraints are in the migration."""

from sqlalchemy import Column, Integer, Table, Text

from tracker.store.database.schema.record_tables import metadata


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


accounts = Table(
    "accounts",
    metadata,
    *_texts("account", "name", "password_hash", "role"),
    Column("disabled", Integer),
    *_texts("created_at", "changed_at", "signed_out_at"),
    Column("version", Integer),
    Column("password_given", Integer),
    *_texts("unlocked_at"),
)

account_zones = Table("account_zones", metadata, *_texts("account", "zone"))

sessions = Table(
    "sessions",
    metadata,
    *_texts("token_hash", "account", "made_at", "seen_at", "ended_at", "address", "agent"),
    Column("vouched", Integer),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("id", Integer),
    *_texts("at", "account", "address", "outcome", "browser"),
)

known_browsers = Table("known_browsers", metadata, *_texts("token_hash", "account", "made_at"))

first_links = Table("first_links", metadata, *_texts("link_hash", "made_at", "used_at"))

account_events = Table(
    "account_events",
    metadata,
    Column("id", Integer),
    *_texts("at", "who", "deed", "account", "address", "detail", "previous_hash", "hash"),
)
