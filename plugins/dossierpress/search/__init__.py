"""The search: an index in shards, of which a reader's browser loads what it asks for."""
