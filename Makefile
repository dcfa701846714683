.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

compiled: $(VENV)/.installed # once, not at each start: where Python is told to write no bytecode it compiles every time
	@$(BIN)/python -m compileall -q src

setup: compiled ## make .venv with everything in it

serve: setup ## build the graph and serve it on http://127.0.0.1:8000
	$(BIN)/ctgraph build
	$(BIN)/ctgraph serve

test: setup ## layer test, types, lint, tests and coverage
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --cov --cov-report=term

golden: setup ## write the golden files anew; review them as a diff
	CTGRAPH_GOLDEN=write $(BIN)/pytest -q tests

bench: setup ## print the speed of extraction and how well papers are read, beside baselines
	$(BIN)/python bench/extraction.py
	$(BIN)/python bench/reading.py

register: setup ## compile register/ from the facts and open-data rows in ../shared
	$(BIN)/python scripts/compile_register.py ../shared register

ontology: setup ## write what is generated of the ontology, and its Turtle in one form
	$(BIN)/turtlefmt ontology
	$(BIN)/python scripts/compile_ontology.py ontology

settings: setup ## write docs/settings.md from the settings
	$(BIN)/python scripts/settings_table.py docs/settings.md

QUERIES ?= 100000
REQUESTS ?= 20000
EXAMPLES ?= 100
ROUNDS ?= 20

torture: setup ## floods, kills, full disk, damage: everything that long tests of the server do, and a report (hours)
	PYTHONPATH=tests $(BIN)/python -m torture --queries $(QUERIES) --requests $(REQUESTS) --examples $(EXAMPLES) --rounds $(ROUNDS)

clean: ## remove .venv and what was built
	rm -rf $(VENV) data

.PHONY: help compiled setup serve test golden bench register ontology settings torture clean
