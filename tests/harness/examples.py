"""How many examples a fuzz test tries: 200, or as many as DOSSIER_EXAMPLES says."""

import os

EXAMPLES = int(os.environ.get("DOSSIER_EXAMPLES", "200"))
