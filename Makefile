# Four verbs (test, lint, docs, fix), one show (demo); make help tells the rest. Needs GNU make and Python 3.11 or newer, nothing else.

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
GUESTS := $(wildcard tests/guests/*/pyproject.toml)

# What was compiled is kept, so that no worker and no process of a test compiles it again; `make clean` removes it.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: demo test faults engines java lint docs reference zoo correctness peers fix clean help

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
	@echo "Another Python: make test PYTHON=python3.12 VENV=.venv-3.12"

demo: $(VENV)/.cli  ## a small book of contacts, worked end to end
	@$(BIN)/callrules demo

test: $(VENV)/.dev  ## every test
	$(BIN)/pytest -n auto --dist worksteal -q

faults: $(VENV)/.dev  ## thousands of damages and hundreds of kills (a minute), which `make test` tries in short
	$(BIN)/pytest -q tests/faults/books_that_are_damaged.py tests/faults/writers_that_are_killed.py

engines: java $(VENV)/.engines  ## Dask and Spark ask about everybody, for real (needs Java; installs 700 MB once)
	$(BIN)/pytest -q -s tests/engines/dask_for_real.py
	$(BIN)/pytest -q -s tests/engines/spark_for_real.py

java:
	@command -v java >/dev/null || \
	{ echo "make engines needs Java 17 or newer, for Spark, and found none. Try: apt-get install default-jre-headless" >&2; exit 1; }

lint: $(VENV)/.dev  ## style, types, who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: $(VENV)/.dev  ## the docs say what the code does
	$(BIN)/pytest -q tests/docs

reference: $(VENV)/.dev  ## write the reference pages from the code
	$(BIN)/python docs/make_reference.py

zoo: $(VENV)/.dev  ## do the laws catch every broken policy, and leave every lawful one alone? (an hour)
	PYTHONPATH=tests $(BIN)/python -m zoo

correctness: $(VENV)/.dev  ## measure how far the laws can be trusted (hours), and write the page
	PYTHONPATH=tests:docs $(BIN)/python -m zoo.report measure
	PYTHONPATH=tests:docs $(BIN)/python -m zoo.report write

peers: $(VENV)/.peers  ## what the same rules cost in other engines (a minute), and the page about it
	PYTHONPATH=benchmarks $(BIN)/python -m peers --write

fix: $(VENV)/.dev  ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove what was made here
	rm -rf $(VENV) .venv-3.* build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is written last, so a broken install is done again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "callrules needs Python 3.11 or newer, but $(PYTHON) is: $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.cli: $(VENV)/.made pyproject.toml
	@echo "Installing callrules into $(VENV) (once) ..."
	@$(PIP) install -e '.[cli]'
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml $(GUESTS)
	@echo "Installing callrules and its tools into $(VENV) (once) ..."
	@$(PIP) install -e '.[dev]' $(addprefix -e ./,$(patsubst %/,%,$(dir $(GUESTS))))
	@touch $@

$(VENV)/.engines: $(VENV)/.dev
	@echo "Installing Dask and Spark into $(VENV) (once) ..."
	@$(PIP) install -e '.[engines]'
	@touch $@

$(VENV)/.peers: $(VENV)/.made pyproject.toml
	@echo "Installing callrules and other engines into $(VENV) (once) ..."
	@$(PIP) install -e '.[peers]'
	@touch $@
