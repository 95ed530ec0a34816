# The two commands: `make brief` and `make test`. Both make the environment first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: brief test lint check samples lock clean

$(READY): requirements-dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "prep needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

brief: $(READY)  ## a brief on somebody of the example vault, in markdown and Word
	@$(BIN)/prep --as-of $(AS_OF) brief $(WHO)
	@$(BIN)/prep --as-of $(AS_OF) brief $(WHO) -f docx

test: $(READY)  ## all tests: under three minutes
	$(BIN)/python -m pytest -n 2

lint: $(READY)  ## format, lint, strict types, floors, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/generate.py --check

check: lint test  ## everything that CI runs

samples: $(READY)  ## remake the two sample briefs, the Word template and the generated docs
	$(BIN)/python docs/generate.py
	$(BIN)/python -m pytest tests/test_samples.py --update-golden

WHO ?= "Ines Calloway"
AS_OF ?= 2026-03-16

lock:  ## renew the locked requirements (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements-dev.txt
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements.txt

clean:
	rm -rf $(VENV) build dist
