# Everything happens in .venv; `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ENGINES := tests/engines/packages
MARP := @marp-team/marp-core@4
REVEAL := reveal.js@6 reveal-of-reveal-md@npm:reveal.js@5.1.0 yaml-front-matter@4 jsdom@26
REMARK := $(ENGINES)/package/starter/template/remark.min.js
SLIDEV := 52.20.1
SLIDEV_READS := markdown-exit@1.2.1 @mdit-vue/plugin-component@3.0.2 @comark/markdown-it@0.3.4 \
	markdown-it-footnote@4.0.0 markdown-it-github-alerts@1.0.1 @antfu/utils@9 yaml@2 pathe@2
READERS := markdown-it@15 markdown-it-container@4 markdown-it-deflist@4 markdown-it-footnote@4 \
	markdown-it-attrs@5 @mdx-js/mdx@3 remark-gfm@4 remark-frontmatter@5

.DEFAULT_GOAL := build
.PHONY: build show sync test quick check lint golden coverage bench reference docs package engines clean help

build: $(STAMP)  ## install, and rebuild the French deck into build/fr
	$(BIN)/l10n build

show: $(STAMP) source/remark.min.js  ## show our own deck and its translation, without a network once remark is there
	$(BIN)/l10n serve

# The page of the deck takes this copy where there is one. Only fetching it needs npm.
source/remark.min.js: $(REMARK)
	cp $< $@

$(REMARK):
	mkdir -p $(ENGINES)
	npm pack --silent --fetch-retries=0 --pack-destination $(ENGINES) backslide@3.0.0
	tar -xzf $(ENGINES)/backslide-3.0.0.tgz -C $(ENGINES) package/starter/template/remark.min.js

sync: $(STAMP)  ## bring templates, catalogs and built decks up to the source decks
	$(BIN)/l10n sync

test: $(STAMP)  ## run the tests, on all processors
	$(BIN)/pytest -q -n auto --dist worksteal

quick: lint  ## lint and unit tests, in less than half a minute
	$(BIN)/pytest -q tests/unit

golden: $(STAMP)  ## accept what golden decks give today, and show how it differs: look at it before you commit
	cd tests && ../$(BIN)/python -m golden.accept
	git status --short tests/golden
	git diff --stat tests/golden

coverage: $(STAMP)  ## run the tests, and report which lines and branches they take
	mkdir -p build
	$(BIN)/coverage run -m pytest -q --ignore=tests/attacks
	$(BIN)/coverage report

check: $(STAMP)  ## check our own translations
	$(BIN)/l10n sync --check --strict
	$(BIN)/l10n check --fail-on note

lint: $(STAMP)  ## ruff, mypy and the floor plan
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)  ## print the tables of figures that docs/benchmarks.md quotes
	$(BIN)/python -m bench

docs: $(STAMP)  ## build the documentation site into build/site, and fail where a link leads nowhere
	$(BIN)/zensical build --strict

package: $(STAMP)  ## build what is published into dist, and check it
	rm -rf dist
	$(BIN)/python -m build --quiet
	$(BIN)/twine check --strict dist/*

# A folder of packages, there whole or not at all: its name, and what is in it.
define fetched
	rm -rf $(ENGINES)/$(1) $(ENGINES)/$(1).new
	npm install --silent --no-audit --no-fund --fetch-retries=0 --prefix $(ENGINES)/$(1).new $(2)
	mv $(ENGINES)/$(1).new $(ENGINES)/$(1)
endef

engines: $(REMARK)  ## fetch remark, Marp Core, reveal.js, Slidev, markdown-it and MDX: tests ask what they make of texts
	mkdir -p $(ENGINES)/marked
	npm pack --silent --fetch-retries=0 --pack-destination $(ENGINES) marked@0.3.9
	tar -xzf $(ENGINES)/marked-0.3.9.tgz -C $(ENGINES)/marked package/lib/marked.js
	$(call fetched,pages,$(READERS))
	$(call fetched,marp,$(MARP))
	$(call fetched,reveal,$(REVEAL))
	rm -rf $(ENGINES)/slidev
	npm pack --silent --fetch-retries=0 --pack-destination $(ENGINES) @slidev/parser@$(SLIDEV) @slidev/cli@$(SLIDEV)
	$(call fetched,slidev,$(SLIDEV_READS))
	for part in parser cli; do \
		mkdir $(ENGINES)/slidev/$$part && \
		tar -xzf $(ENGINES)/slidev-$$part-$(SLIDEV).tgz -C $(ENGINES)/slidev/$$part package/dist || exit 1; \
	done

reference: $(STAMP)  ## write the pages of rules, commands and settings, and their schema, from the code
	$(BIN)/python -m manual

clean:  ## remove the environment and everything built
	rm -rf $(VENV) build .l10n

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "l10n needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q l10n  # as an installer does; some environments have Python leave it undone
	@touch $@
