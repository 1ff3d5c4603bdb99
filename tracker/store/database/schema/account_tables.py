"""The tables of accounts: who may sign in and with which role, their sessions, and every event of them."""

from sqlalchemy import Column, Index, text

from tracker.domain.people.roles import Role
from tracker.store.database.schema.columns import (
    TEXT,
    checks,
    integers,
    key,
    number_key,
    one_of,
    optional_texts,
    reference,
    row_number,
    table,
    texts,
    unique_text,
)

#: How an attempt to sign in ended: by these, guessing is slowed down.
OUTCOMES = ("failed", "slowed", "passed", "forgiven")

#: Without a password only an identity provider can vouch for an account. `password_given`: somebody else set the
#: password, and the person has to choose one before anything else. Failures before `unlocked_at` no longer count.
accounts = table(
    "accounts",
    key("account"),
    *texts("name"),
    *optional_texts("password_hash"),
    *texts("role"),
    *integers("disabled"),
    *texts("created_at", "changed_at"),
    *optional_texts("signed_out_at"),
    *integers("version"),
    *integers("password_given", default=0),
    *optional_texts("unlocked_at"),
    *checks(
        {
            "account_named": "length(account) > 0 AND length(name) > 0",
            "account_role_known": one_of("role", Role),
            "account_disabled_flag": "disabled IN (0, 1)",
            "account_version_positive": "version > 0",
            "account_password_given_flag": "password_given IN (0, 1)",
        }
    ),
)

account_zones = table(
    "account_zones",
    reference("account", "accounts.account", primary_key=True),
    reference("zone", "zones.zone", primary_key=True),
    clustered=True,
)

#: Sessions hold the hash of a token and never the token; `vouched`: not begun with the password.
sessions = table(
    "sessions",
    key("token_hash"),
    reference("account", "accounts.account"),
    *texts("made_at", "seen_at"),
    *optional_texts("ended_at"),
    *texts("address", "agent"),
    *integers("vouched", default=0),
    *checks(
        {
            "session_token_hash_length": "length(token_hash) = 64",
            "session_vouched_flag": "vouched IN (0, 1)",
        }
    ),
    Index("sessions_account", "account"),
)

#: `browser` is the hash of the token of a known browser an attempt was made from, else empty.
sign_in_attempts = table(
    "sign_in_attempts",
    row_number(),
    *texts("at", "account", "address", "outcome"),
    Column("browser", TEXT, nullable=False, server_default=text("''")),
    *checks({"sign_in_attempt_outcome_known": one_of("outcome", OUTCOMES)}),
    Index("sign_in_attempts_account", "account", "at"),
    Index("sign_in_attempts_address", "address", "at"),
    Index("sign_in_attempts_at", "at"),
)

known_browsers = table(
    "known_browsers",
    key("token_hash"),
    reference("account", "accounts.account"),
    *texts("made_at"),
    *checks({"known_browser_token_hash_length": "length(token_hash) = 64"}),
    Index("known_browsers_account", "account"),
)

first_links = table("first_links", key("link_hash"), *texts("made_at"), *optional_texts("used_at"))

account_events = table(
    "account_events",
    number_key(),
    unique_text("at"),
    *texts("who", "deed", "account"),
    *optional_texts("address", "detail"),
    *texts("previous_hash"),
    unique_text("hash"),
    *checks({"account_event_id_positive": "id > 0", "account_event_hash_length": "length(hash) = 64"}),
    Index("account_events_account", "account"),
    append_only=True,
)
