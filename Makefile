# SPDX-License-Identifier: EUPL-1.2
# `make` prints the verbs. From nothing: only make and Python >= 3.11 are needed.

SHELL := /bin/sh
.SHELLFLAGS := -ec
.DEFAULT_GOAL := help

BIN := .venv/bin
PY := $(BIN)/python
ENV := @sh scripts/environment.sh
# Where `make run` listens.
HOST ?= $(or $(PRISTAN_HOST),127.0.0.1)
PORT ?= $(or $(PRISTAN_PORT),8000)
# What `make test` looks at (a directory or file), and more words for pytest.
APP ?=
ARGS ?=
# What `make screenshots` takes.
LANGS ?=

.PHONY: help run test lint format types shape docs messages messages-check bench doctor screenshots audit ready locks clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' Makefile

run: ## from nothing to a running, filled city (HOST=127.0.0.1 PORT=8000)
	$(ENV) run
	@PRISTAN_HOST="$(HOST)" PRISTAN_PORT="$(PORT)" exec $(BIN)/pristan run

test: ## from nothing to green: real browser, SQLite and PostgreSQL (APP=directory ARGS="-k word")
	$(ENV) dev
	@$(PY) -m scripts.test_all $(APP) -- $(ARGS)

lint: ## style, templates, import contracts
	$(ENV) dev
	@$(BIN)/ruff check . || { echo "mend: make format, then the rest by hand" >&2; exit 1; }
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --check . | head -n 40 >&2; echo "mend: make format" >&2; exit 1; }
	@$(BIN)/djlint --lint --quiet --allow-empty-input pristan || { echo "mend: the lines above; rules are in .djlintrc" >&2; exit 1; }
	@$(BIN)/lint-imports --no-logo || { echo "mend: floors only look down; the contracts are in .importlinter" >&2; exit 1; }

format: ## put style right
	$(ENV) dev
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .

types: ## mypy: strict in pristan/core, sane elsewhere
	$(ENV) dev
	@$(BIN)/mypy || { echo "mend: the lines above; settings are in mypy.ini" >&2; exit 1; }

shape: ## sizes against the house budgets, import circles, tests : code
	$(ENV) dev
	@$(PY) -m scripts.shape

docs: ## every verb, setting, command, address and decision has its line
	$(ENV) dev
	@$(PY) -m pytest tests/architecture -q -p no:cacheprovider --no-header

messages: ## bring the interface catalogues (locale/) up to date with code and templates
	$(ENV) dev
	@$(PY) -m scripts.messages

messages-check: ## fail where an interface string has no translation
	$(ENV) dev
	@$(PY) -m scripts.messages --check

bench: ## speed and size, as ratios to a plain query of the same run
	$(ENV) dev
	@$(PY) -m tests.benchmarks.run $(ARGS)

doctor: ## versions, data, rules: each finding with the command that mends it
	$(ENV) run
	@$(BIN)/pristan doctor

screenshots: ## the ten most used pages into var/screenshots (LANGS="sl en ar")
	$(ENV) dev
	@$(PY) -m scripts.screenshots $(LANGS)

audit: ## the slow rest: links, sizes, axe on every kind of page in every language, full benchmarks
	$(ENV) dev
	@$(PY) -m scripts.audit
	@$(PY) -m tests.benchmarks.run --full

ready: ## what CI runs: all checks and tests, seconds per step
	$(ENV) dev
	@$(PY) -m scripts.ready

locks: ## pin the dependencies of pyproject.toml anew (needs uv)
	@sh scripts/locks.sh

clean: ## take away what was built: .venv, caches, var/tests (the city in var/ stays)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build pristan.egg-info var/tests var/screenshots
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
