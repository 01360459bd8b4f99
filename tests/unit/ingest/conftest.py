"""The same examples on every machine, and no failure because a machine is slow."""

from hypothesis import settings

settings.register_profile("ingest", deadline=None, derandomize=True)
settings.load_profile("ingest")
