# The user's interface; what happens is in `python -m colophon` and colophon/system.py.

# Editions to make, where a target makes several; empty: all that conf.py names.
LANGUAGES ?=
# How `make check` tells of faults: text, sarif (for tools) or github (beside a pull request).
FORMAT ?= text
# Any Python from 3.11 on.
PYTHON ?= python3
VENV ?= .venv

FORMATS := html epub latexpdf
KNOWN := $(shell sed -n 's/^colophon_languages = //p' conf.py | tr -d '[]",')
CELLS := $(foreach format,$(FORMATS),$(KNOWN:%=$(format)-%))

# A language that the book does not have is refused before anything is set up or built.
asked := $(LANGUAGES) $(foreach name,$(FORMATS) live check,$(patsubst $(name)-%,%,$(filter $(name)-%,$(MAKECMDGOALS))))
unknown := $(filter-out $(KNOWN),$(asked))
$(if $(unknown),$(error unknown language: $(unknown); known are: $(KNOWN)))

# One call builds every format that is asked for in all languages, so that the sources are read
# once and make -j starts nothing twice; single cells follow, one call a language.
whole := $(if $(filter all,$(MAKECMDGOALS)),$(FORMATS),$(filter $(FORMATS),$(MAKECMDGOALS)))
cells := $(filter-out $(foreach format,$(whole),$(format)-%),$(filter $(CELLS),$(MAKECMDGOALS)))

GROUPS := base
GROUPS += $(if $(filter all latexpdf% bench test setup,$(MAKECMDGOALS)),print)
GROUPS += $(if $(filter bench test setup,$(MAKECMDGOALS)),test)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
BIN := $(VENV)/bin
COLOPHON := $(BIN)/python -m colophon
READY := $(VENV)/.ready
ACE := $(VENV)/ace/.installed

.PHONY: help
help:  ## This list
	@echo 'Languages: $(KNOWN)   (LANGUAGES="pl th" narrows)'
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / { sub(/%/, "<language>", $$1); printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo 'One edition alone: make <format>-<language>, such as make epub-th'

.PHONY: all
all: editions  ## HTML, EPUB and PDF in every language

.PHONY: html
html: editions  ## The web edition: _build/html/<language>/

.PHONY: epub
epub: editions  ## The e-book: _build/epub/<language>/

.PHONY: latexpdf
latexpdf: editions  ## The printed book, typeset by XeLaTeX: _build/pdf/<language>/

.PHONY: $(CELLS)
$(CELLS): editions

# Nothing left to do, and nothing to say of it.
all html epub latexpdf $(CELLS) setup:
	@:

.PHONY: editions
editions: $(READY) | $(filter clean,$(MAKECMDGOALS))
	@$(if $(whole),$(COLOPHON) build $(whole) --languages $(LANGUAGES))
	@$(foreach code,$(KNOWN),$(if $(filter %-$(code),$(cells)),$(COLOPHON) build $(patsubst %-$(code),%,$(filter %-$(code),$(cells))) --languages $(code) &&)) :

.PHONY: gettext
gettext: $(READY)  ## Extract the messages into _build/gettext/
	@$(COLOPHON) gettext

.PHONY: catalogs
catalogs: $(READY)  ## Bring the text's changes into every language's .po files
	@$(COLOPHON) catalogs

.PHONY: check
check: $(READY)  ## Check catalogues, citations and bibliography, without building
	@$(COLOPHON) check --format $(FORMAT) --languages $(LANGUAGES)

check-%: $(READY)  ## The same for one language (FORMAT=sarif or github for programs)
	@$(COLOPHON) check --format $(FORMAT) --languages $*

.PHONY: progress
progress: $(READY)  ## How much of each language and chapter is translated; _build/progress.svg
	@$(COLOPHON) progress --languages $(LANGUAGES)

.PHONY: exchange
exchange: $(READY)  ## Files for translators' programs and proof-readers: _build/exchange/
	@$(COLOPHON) export --languages $(LANGUAGES)

.PHONY: import
import: $(READY)  ## Bring such files back into locales/: make import FILES="…"
	@$(COLOPHON) import $(FILES)

live-%: $(READY)  ## The web edition in a browser, rebuilt whenever a file is saved
	@$(COLOPHON) live $*

.PHONY: test
test: $(READY) $(ACE)  ## Build all editions and examine them; runs every test
	@$(BIN)/python -m pytest

.PHONY: lint
lint: $(READY)  ## ruff and mypy
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

.PHONY: bench
bench: $(READY)  ## Measure build times against plain Sphinx
	@$(BIN)/python tests/bench.py

.PHONY: clean
clean:  ## Remove everything built
	rm -rf _build

.PHONY: setup
setup: $(READY) $(ACE)  ## Install everything that any target needs

.PHONY: lock
lock: $(READY)  ## Choose the Python packages anew: requirements.txt from pyproject.toml
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:3] > (3, 11, 2) and "Lock with the oldest Python in use, Debian 12 has it: make lock PYTHON=/usr/bin/python3 VENV=.venv-lock")'
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null PYTHONWARNINGS=ignore CUSTOM_COMPILE_COMMAND='make lock' \
	  $(BIN)/pip-compile --quiet --extra test --generate-hashes --allow-unsafe --strip-extras --no-emit-options $(OPTIONS) --output-file requirements.txt pyproject.toml

# Set-up: system packages are asked for in every run (it takes a moment), all else by file dates.

.PHONY: system
system:
	@$(PYTHON) -I colophon/system.py $(GROUPS)

# What builds PyICU (setuptools) is taken from the lock first, so that nothing unlocked is run.
$(VENV)/.locked: requirements.txt | system
	@echo 'Setting up $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@awk '/^[^ #]/ { keep = /^(pip|setuptools)==/ } keep' $< > $(VENV)/build.txt
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r $(VENV)/build.txt
	@$(BIN)/pip install --quiet --require-hashes --no-build-isolation -r $<
	@touch $@

# setuptools would explain at length what an editable installation is.
$(READY): $(VENV)/.locked pyproject.toml
	@PYTHONWARNINGS=ignore $(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(ACE): $(wildcard colophon/validate/node/package*.json) | $(READY)
	@echo 'Setting up Ace …'
	@$(BIN)/python -m colophon.validate install-ace
	@touch $@

.DEFAULT:
	@echo 'There is no target “$@”. Formats are: $(FORMATS); languages: $(KNOWN); make alone shows all targets.' >&2; exit 2
