# Python >= 3.11 and make are enough; each target makes the environment it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COUNT ?= 10000

.DEFAULT_GOAL := help
.PHONY: help setup demo format lint types layers test golden docs bench bench-accuracy fuzz check clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("asn-restruktur needs Python 3.11 or newer; set PYTHON=... to one" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@ $(VENV)/.installed

setup: $(VENV)/.installed-dev ## make the environment for development

demo: $(VENV)/.installed ## analyse the sample city; the report lies in laporan/
	$(BIN)/asn-restruktur analyze --sample --output laporan
	@echo
	@echo "Buka laporan: $(CURDIR)/laporan/report.html"

format: setup ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## check types
	$(BIN)/mypy

layers: setup ## check that each layer imports only what stands below it
	$(BIN)/lint-imports

test: setup ## run all tests
	$(BIN)/pytest -q -n auto

golden: setup ## rewrite the expected outputs of the tests; read the diff before you commit it
	$(BIN)/pytest -q tests/golden --update-golden

docs: setup ## rewrite the pages under docs/ that come from the code
	$(BIN)/python scripts/write_docs.py

bench: setup ## measure speed, as ratios in one run; with REAL=DIR also how real files are read
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/reading.py
	@echo
	$(BIN)/python benchmarks/real.py $(REAL)

bench-accuracy: setup ## measure accuracy on the gold set
	$(BIN)/python benchmarks/accuracy.py

fuzz: setup ## read COUNT spoilt files (10000), and run the property tests with many more examples
	$(BIN)/python scripts/fuzz_files.py --count $(COUNT)
	FUZZ_TIMES=50 $(BIN)/pytest -q -n auto -m hypothesis

check: ## run everything that CI runs
	PYTHON=$(PYTHON) .ci/run

clean: ## remove what was made here, except your reports
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +
