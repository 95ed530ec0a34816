"""The SQLite cache: schema, sync, look-ups."""
