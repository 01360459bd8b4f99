"""Reads a publication's files into a `Library`; the only part of the core that reads content."""
