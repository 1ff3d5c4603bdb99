"""Signing in: passwords others have set, browsers known again, and what is counted against guessing."""

from tracker.store.database.dialects import Dialect


def statements(sql: Dialect) -> list[str]:
    """Return the columns and the table."""
    return [
        # Somebody else set the password: the person has to choose one before anything else.
        f"ALTER TABLE accounts ADD COLUMN {_flag('password_given', 'account_password_given_flag')}",
        # Failures before this instant no longer count.
        f"ALTER TABLE accounts ADD COLUMN unlocked_at {sql.text}",
        # An identity provider vouched for the person: the session was not begun with the password.
        f"ALTER TABLE sessions ADD COLUMN {_flag('vouched', 'session_vouched_flag')}",
        # The hash of the token of a known browser an attempt was made from, else empty.
        f"ALTER TABLE sign_in_attempts ADD COLUMN browser {sql.text} NOT NULL DEFAULT ''",
        "CREATE INDEX sign_in_attempts_at ON sign_in_attempts (at)",
        f"""CREATE TABLE known_browsers (
            token_hash {sql.text} PRIMARY KEY,
            account {sql.text} NOT NULL REFERENCES accounts (account),
            made_at {sql.text} NOT NULL,
            CONSTRAINT known_browser_token_hash_length CHECK (length(token_hash) = 64)
        ) {sql.table_end}""",
        "CREATE INDEX known_browsers_account ON known_browsers (account)",
    ]


def _flag(column: str, name: str) -> str:
    return f"{column} INTEGER NOT NULL DEFAULT 0 CONSTRAINT {name} CHECK ({column} IN (0, 1))"
