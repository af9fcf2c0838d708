# Two commands matter: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
PORT ?= 8000
export BASE_URL ?= http://localhost:$(PORT)
python := .venv/bin/python
flask := .venv/bin/flask --app app.factory
pytest := $(python) -m pytest
runtime := .venv/.runtime
tools := .venv/.tools
catalogues := build/catalogues
translations := $(wildcard translations/*/LC_MESSAGES/*.po)

.PHONY: help run test check static extract update-translations compile coverage-translations rows cases bench nightly audit lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-22s %s\n", $$1, $$2 }' Makefile

run: $(runtime) $(catalogues) ## Set up what is needed and serve the portal on http://localhost:8000
	@exec $(python) tools/serve.py $(PORT)

test: $(tools) ## Set up what is needed, the browser included, and run every check
	@tools/browser.sh
	@$(MAKE) --no-print-directory static
	$(pytest)

check: static ## The quick checks: all of `make test` but the browser
	$(pytest) -m "not journey and not nightly"

static: $(tools) $(catalogues)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	PYTHONPATH=. .venv/bin/lint-imports
	.venv/bin/djlint app --lint --quiet
	$(flask) translations update --check
	$(flask) content check

compile: $(catalogues) ## Compile the translations that changed

extract: $(runtime) ## Collect the texts of app/ and content/ into translations/*.pot
	$(flask) translations extract

update-translations: extract ## Bring every language up to date with the collected texts
	$(flask) translations update

coverage-translations: $(runtime) ## Say how complete and how well checked each language is
	$(flask) translations coverage

rows: $(tools) ## Say which tests prove which row of the list of features
	@$(pytest) -p tests.rows --rows --collect-only -q

cases: $(tools) ## Run the worked examples and keep their outcome for the page that shows them
	$(pytest) -q -p tests.calculator.outcomes --cases docs/cases.json tests/calculator

bench: $(tools) $(catalogues) ## Measure speed, memory and page weights into docs/figures.md
	$(python) -m bench

nightly: $(tools) ## All tests, with the full matrix of languages, modes and sizes
	@tools/browser.sh
	@$(MAKE) --no-print-directory static
	$(pytest) -m "" --hypothesis-profile=nightly

audit: $(runtime) $(catalogues) ## Look with heavier tools from the npm registry: Nu validator, Lighthouse, pa11y
	@$(python) tools/audit.py

lock: $(tools) ## Resolve requirements*.in anew into the hashed lists
	@tools/lock.sh

clean: ## Remove everything that make made
	rm -rf .venv .tools build

$(runtime): requirements.txt requirements-tools.txt
	@tools/environment.sh requirements.txt
	@touch $@

$(tools): requirements-dev.txt requirements-tools.txt
	@tools/environment.sh requirements-dev.txt
	@touch $(runtime) $@

$(catalogues): $(translations) $(wildcard app/web/translations/*.py) | $(runtime)
	@mkdir -p $(@D)
	@if [ -n "$(translations)" ]; then $(flask) translations compile; fi
	@touch $@
