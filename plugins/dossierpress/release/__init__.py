"""Releases: the frozen states of a publication, what changed between them, and what is handed on.

A release is one file, `dossiers/releases/<version>.json`. It holds every fact that may be
published and the digests of the texts; the bodies stand in the publication's git history.
"""
