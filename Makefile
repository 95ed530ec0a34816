# The two commands: `make brief` and `make test`. Both make the environment first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: brief test lint check samples bench eval fuzz validate lock clean

$(RUN): requirements.txt requirements-build.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "prep needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.txt -r requirements-build.txt
	$(PIP) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q -j 2 prep
	@touch $@

$(READY): $(RUN) requirements-dev.txt
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

brief: $(RUN)  ## a brief on somebody of the example vault, in markdown and Word
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

bench: $(READY)  ## speed in ratios, on generated vaults (minutes; needs ripgrep)
	$(BIN)/python bench/speed.py --write

EVAL ?= ../shared/eval

eval: $(READY)  ## precision and recall per kind: the labelled example vault, and EVAL where it is there
	$(BIN)/python bench/labels.py
	@test ! -d $(EVAL) || $(BIN)/python bench/claims.py $(EVAL)
	@test ! -d $(EVAL) || $(BIN)/python bench/actions.py $(EVAL)
	@test ! -d $(EVAL) || $(BIN)/python bench/dates.py $(EVAL)/dates
	@test ! -d $(EVAL) || $(BIN)/python bench/names.py $(EVAL)/names/name_pairs.dev.jsonl
	@test ! -d $(EVAL) || $(BIN)/python $(EVAL)/score.py --prep $(BIN)/prep

fuzz: $(READY)  ## coverage-guided fuzzing of the note reader and the query parser
	$(BIN)/python bench/fuzz_notes.py -max_total_time=600
	$(BIN)/python bench/fuzz_queries.py -max_total_time=600

validate: $(READY)  ## Word files by the slow validators (needs npm)
	$(BIN)/python bench/validate_word.py

WHO ?= "Ines Calloway"
AS_OF ?= 2026-03-16

LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-strip-extras --quiet

lock:  ## renew the locked requirements (needs uv); extras stay named, since older pips ask for them
	$(LOCK) pyproject.toml --group dev -o requirements-dev.txt
	$(LOCK) pyproject.toml -c requirements-dev.txt -o requirements.txt
	$(LOCK) --group build -c requirements-dev.txt -o requirements-build.txt

clean:
	rm -rf $(VENV) build dist
