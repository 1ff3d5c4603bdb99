"""What schema a database has, in words that can be compared whichever way its statements were written."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

Schema = dict[str, Any]

_COLUMNS = """
    SELECT c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
        l.collname, pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_collation l ON l.oid = a.attcollation
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r'"""
_CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace"""
_INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
_TRIGGERS = "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
_FUNCTIONS = "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"


def schema_of(connection: Connection) -> Schema:
    """Return tables, columns, checks, keys, references, indexes and triggers by name."""
    read: Callable[[Connection], Schema] = _of_server if connection.dialect.name == "postgresql" else _of_file
    return read(connection)


def rows_of(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables."""
    names = [name.removeprefix("table ") for name in schema_of(connection) if name.startswith("table ")]
    return {
        name: sorted((tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr)
        for name in names
    }


def _of_server(connection: Connection) -> Schema:
    found: Schema = {}
    for table, *column in connection.exec_driver_sql(_COLUMNS):
        found.setdefault(f"table {table}", []).append(tuple(column))
    for name in found:
        found[name].sort()
    for table, name, kind, written in connection.exec_driver_sql(_CONSTRAINTS):
        found[f"constraint {table} {name}"] = (kind, written)
    for what, query in (("index", _INDEXES), ("trigger", _TRIGGERS), ("function", _FUNCTIONS)):
        found.update({f"{what} {name}": written for name, written in connection.exec_driver_sql(query)})
    return found


def _of_file(connection: Connection) -> Schema:
    found: Schema = {}
    kinds = {row[1]: tuple(row[4:6]) for row in connection.exec_driver_sql("PRAGMA table_list")}
    master = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    for kind, name, sql in connection.exec_driver_sql(master).all():
        if kind == "table":
            found |= _table_of_file(connection, name, sql, kinds[name])
        else:
            found[f"{kind} {name}"] = _plain(sql)
    return found


def _table_of_file(connection: Connection, name: str, sql: str, kind: tuple[Any, ...]) -> Schema:
    """Return a table of a file; a key is never empty, however it is written."""
    columns = connection.exec_driver_sql(f"PRAGMA table_xinfo({name})").all()
    references = connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})").all()
    indexes = [row for row in connection.exec_driver_sql(f"PRAGMA index_list({name})").all() if row[3] != "c"]
    found: Schema = {
        f"table {name}": [(row[1], row[2], bool(row[3] or row[5]), row[4], row[5]) for row in columns],
        f"kind of {name}": kind,
        f"references of {name}": sorted((row[2], row[3], row[4], row[5], row[6]) for row in references),
        f"deferred in {name}": _deferred(_plain(sql)),
        f"unique in {name}": sorted(
            (row[3], [part[2] for part in connection.exec_driver_sql(f"PRAGMA index_info({row[1]})")])
            for row in indexes
        ),
    }
    for match in re.finditer(r"CONSTRAINT (\w+) CHECK \(", _plain(sql)):
        found[f"constraint {name} {match[1]}"] = _condition(_plain(sql), match.end())
    return found


def _plain(sql: str) -> str:
    """Return a statement without line breaks and quotes of names."""
    return re.sub(r"\s+", " ", sql.replace('"', "")).replace("( ", "(").replace(" )", ")")


def _deferred(sql: str) -> list[str]:
    """Return which columns refer to a row that may come later in the transaction."""
    way = r"REFERENCES \w+ \(\w+\) DEFERRABLE INITIALLY DEFERRED"
    within = re.findall(rf"(\w+) INTEGER (?:NOT NULL )?{way}", sql)
    return sorted([*within, *re.findall(rf"FOREIGN KEY\((\w+)\) {way}", sql)])


def _condition(sql: str, start: int) -> str:
    depth = 1
    for place, character in enumerate(re.sub(r"'[^']*'", lambda quoted: "_" * len(quoted[0]), sql)[start:], start):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return sql[start:place]
    raise ValueError(sql)
