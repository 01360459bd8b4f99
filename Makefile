# Each target sets itself up in .venv; Python 3.11 with pip and venv is all that is assumed.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

# Material's notice on MkDocs 2 is known; docs/architecture.md says what follows from it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help demo test kills check bench docs words quality screenshot compat load lock

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## make a publication from clippings in demo/, build it, say where it lies
	@$(PY) tools/demo.py

test: $(READY) ## run every test, in a real browser too
	@browser="$$($(PY) tools/browser.py)" && DOSSIER_BROWSER="$$browser" $(PY) -m pytest -n 2

kills: $(READY) ## kill builds, releases, bundles and publishing 200 times at random moments
	@$(PY) -m pytest -n 0 tests/integration/test_random_kills.py --kills 200

check: $(READY) ## check style, types, layers and generated pages
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports
	@$(PY) tools/interface_words.py --check
	@$(PY) tools/generated_docs.py --check
	@$(PY) tools/audit.py

bench: $(READY) ## measure building (BENCH="--sizes 10000,50000" for more), adding, matching, copies, archives, publishing
	@$(PY) benchmarks/build.py $(BENCH)
	@$(PY) benchmarks/run.py
	@$(PY) benchmarks/gates.py
	@$(PY) benchmarks/publish.py
	@$(PY) benchmarks/golden_clippings.py
	@$(PY) benchmarks/matching.py
	@$(PY) benchmarks/dates.py
	@$(PY) benchmarks/add.py
	@$(PY) benchmarks/clusters.py
	@$(PY) benchmarks/release.py
	@$(PY) benchmarks/warc.py
	@$(PY) benchmarks/search.py

docs: $(READY) ## write the pages of docs/ that are made from the package
	@$(PY) tools/generated_docs.py

words: $(READY) ## collect the interface's messages for its translations
	@$(PY) tools/interface_words.py

load: $(READY) ## build 50,000 articles, weigh the pages and open them in a browser (takes minutes)
	@$(PY) benchmarks/load.py

compat: $(READY) ## run the tests on each Python here, on the oldest and newest MkDocs and Material
	@$(PY) tools/compat.py

lock: $(READY) ## write anew which versions development has been tested with
	@$(PY) tools/lock.py

quality: $(READY) ## hold the built site against HTML validators and Lighthouse (from npm)
	@browser="$$($(PY) tools/browser.py)" && DOSSIER_BROWSER="$$browser" $(PY) tools/quality/run.py

screenshot: $(READY) ## photograph the built site for the README
	@browser="$$($(PY) tools/browser.py)" && DOSSIER_BROWSER="$$browser" $(PY) tools/screenshot.py

# The stamp is written last, so that a broken set-up is tried again. pip's warnings, of a mirror that
# lacks a page or the like, are shown only where it fails.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "DossierPress needs Python 3.11 or newer; '$(PYTHON)' is older or missing." >&2; \
	  echo "Name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' lacks venv or pip; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]' \
	  2> $(VENV)/pip.log || { cat $(VENV)/pip.log >&2; exit 1; }
	@touch $(READY)
