# Everything a person does with the product; `make help` lists it.
PORT ?= 8501
VENV := .venv
PYTHON := $(VENV)/bin/python
SYSTEM_PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3 python; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
CODE := tracker pages app.py tests
PYTEST := $(PYTHON) -m pytest
AXE_VERSION := 4.14.1
UV_VERSION := 0.13.9
PIP_AUDIT_VERSION := 2.10.1
AXE := $(VENV)/.axe-$(AXE_VERSION)

.DEFAULT_GOAL := help
.PHONY: help run test test-fast check bench texts format lint types contracts locks advisories clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: $(VENV)/.run ## Serve http://localhost:8501 (PORT=8600 for another port), filling the store on first start
	@TRACKER_PORT=$(PORT) $(PYTHON) app.py

test: $(VENV)/.dev ## Run the tests on every core; those that need a browser, npm or PostgreSQL skip where there is none
	$(PYTEST) -q -n auto

test-fast: $(VENV)/.dev ## Run the tests that need no browser, server, office or PostgreSQL, in two minutes
	$(PYTEST) -q -n auto -m "not browser and not postgresql and not office and not slow"

check: format-check lint types contracts $(VENV)/.dev ## Run every gate: format, lint, types, contracts, tests with coverage
	$(PYTHON) -m coverage erase
	$(PYTEST) -q -rR -n 2 --dist loadscope --cov --cov-report=term --cov-fail-under=95

bench: $(VENV)/.dev ## Measure speed and memory against what the product promises
	$(PYTHON) -m tests.bench

texts: $(VENV)/.dev ## Join new texts to the catalogues, and say which wait for a translation
	$(PYTHON) -m tests.language.texts

format: $(VENV)/.dev ## Format the code
	$(PYTHON) -m ruff format $(CODE)
	$(PYTHON) -m ruff check --fix --select I $(CODE)

.PHONY: format-check
format-check: $(VENV)/.dev
	$(PYTHON) -m ruff format --check $(CODE)

lint: $(VENV)/.dev ## Lint the code
	$(PYTHON) -m ruff check $(CODE)

types: $(VENV)/.dev ## Check types strictly
	$(PYTHON) -m mypy $(CODE)

contracts: $(VENV)/.dev ## Check that imports run one way
	$(VENV)/bin/lint-imports

locks: ## Lock what the requirements bring along, with the hashes of all files; needs the network
	@test -x $(VENV)/locks/bin/uv || { $(SYSTEM_PYTHON) -m venv $(VENV)/locks && \
		$(VENV)/locks/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); }
	for name in requirements requirements-dev; do $(VENV)/locks/bin/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-strip-extras --no-header --no-annotate $$name.txt --output-file $$name.lock || exit 1; done

advisories: ## Look what is locked up in the public database of advisories; needs the network
	@test -x $(VENV)/audit/bin/pip-audit || { $(SYSTEM_PYTHON) -m venv $(VENV)/audit && \
		$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==$(PIP_AUDIT_VERSION); }
	$(VENV)/audit/bin/pip-audit --require-hashes --disable-pip --requirement requirements-dev.lock

clean: ## Remove what was made, except the store
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* htmlcov mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say which requirements the environment holds, so that a second start takes seconds.
$(VENV)/.made:
ifeq ($(SYSTEM_PYTHON),)
	@echo "Python 3.11 or newer is needed; found: $$( (python3 --version || python --version) 2>/dev/null || echo none)." \
		"Install it (on Debian: apt install python3.11 python3.11-venv) and run make again." >&2; exit 1
endif
	@$(SYSTEM_PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing (on Debian: apt install python3-venv)." >&2; exit 1; }
	$(SYSTEM_PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.lock
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock | $(AXE)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# What judges pages in the browser; where npm is missing or out of reach, its tests say so and skip.
$(AXE): | $(VENV)/.made
	@if command -v npm >/dev/null 2>&1; then \
		npm install --prefix $(VENV)/axe --no-save --no-package-lock --no-audit --no-fund --silent \
			axe-core@$(AXE_VERSION) && touch $@ || echo "axe-core could not be fetched by npm" >&2; fi
