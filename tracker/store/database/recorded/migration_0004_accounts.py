"""Accounts: who may sign in and with which role, their sessions, and every deed on them."""

from tracker.store.database.dialects import Dialect

_ROLES = "'viewer', 'official', 'reviewer', 'planner', 'administrator'"
_OUTCOMES = "'failed', 'slowed', 'passed', 'forgiven'"


def statements(sql: Dialect) -> list[str]:
    """Return the tables of the accounts."""
    return [
        _accounts(sql),
        f"""CREATE TABLE account_zones (
            account {sql.text} NOT NULL REFERENCES accounts (account),
            zone {sql.text} NOT NULL REFERENCES zones (zone),
            PRIMARY KEY (account, zone)
        ) {sql.clustered_end}""",
        _sessions(sql),
        "CREATE INDEX sessions_account ON sessions (account)",
        _attempts(sql),
        "CREATE INDEX sign_in_attempts_account ON sign_in_attempts (account, at)",
        "CREATE INDEX sign_in_attempts_address ON sign_in_attempts (address, at)",
        f"""CREATE TABLE first_links (
            link_hash {sql.text} PRIMARY KEY,
            made_at {sql.text} NOT NULL,
            used_at {sql.text}
        ) {sql.table_end}""",
        _events(sql),
        "CREATE INDEX account_events_account ON account_events (account)",
        *sql.append_only("account_events"),
    ]


def _accounts(sql: Dialect) -> str:
    """Return the table of accounts; without a password only an identity provider can vouch for one."""
    return f"""CREATE TABLE accounts (
        account {sql.text} PRIMARY KEY,
        name {sql.text} NOT NULL,
        password_hash {sql.text},
        role {sql.text} NOT NULL,
        disabled INTEGER NOT NULL,
        created_at {sql.text} NOT NULL,
        changed_at {sql.text} NOT NULL,
        signed_out_at {sql.text},
        version INTEGER NOT NULL,
        CONSTRAINT account_named CHECK (length(account) > 0 AND length(name) > 0),
        CONSTRAINT account_role_known CHECK (role IN ({_ROLES})),
        CONSTRAINT account_disabled_flag CHECK (disabled IN (0, 1)),
        CONSTRAINT account_version_positive CHECK (version > 0)
    ) {sql.table_end}"""


def _sessions(sql: Dialect) -> str:
    """Return the table of sessions, which hold the hash of a token and never the token."""
    return f"""CREATE TABLE sessions (
        token_hash {sql.text} PRIMARY KEY,
        account {sql.text} NOT NULL REFERENCES accounts (account),
        made_at {sql.text} NOT NULL,
        seen_at {sql.text} NOT NULL,
        ended_at {sql.text},
        address {sql.text} NOT NULL,
        agent {sql.text} NOT NULL,
        CONSTRAINT session_token_hash_length CHECK (length(token_hash) = 64)
    ) {sql.table_end}"""


def _attempts(sql: Dialect) -> str:
    """Return the table of the attempts to sign in, by which guessing is slowed down."""
    return f"""CREATE TABLE sign_in_attempts (
        id {sql.identity},
        at {sql.text} NOT NULL,
        account {sql.text} NOT NULL,
        address {sql.text} NOT NULL,
        outcome {sql.text} NOT NULL,
        CONSTRAINT sign_in_attempt_outcome_known CHECK (outcome IN ({_OUTCOMES}))
    ) {sql.table_end}"""


def _events(sql: Dialect) -> str:
    """Return the table of what was done with accounts, each entry hashed over the one before."""
    return f"""CREATE TABLE account_events (
        id INTEGER PRIMARY KEY,
        at {sql.text} NOT NULL UNIQUE,
        who {sql.text} NOT NULL,
        deed {sql.text} NOT NULL,
        account {sql.text} NOT NULL,
        address {sql.text},
        detail {sql.text},
        previous_hash {sql.text} NOT NULL,
        hash {sql.text} NOT NULL UNIQUE,
        CONSTRAINT account_event_id_positive CHECK (id > 0),
        CONSTRAINT account_event_hash_length CHECK (length(hash) = 64)
    ) {sql.table_end}"""
