"""How many examples a fuzz test tries: 200, or as many as DOSSIER_EXAMPLES says."""

import os

from hypothesis import settings

EXAMPLES = int(os.environ.get("DOSSIER_EXAMPLES", "200"))
FUZZ = settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
"""Of a test that holds a reader against whatever a file may say."""
