"""The database: tables, migrations and queries; the only package that knows SQLAlchemy."""
