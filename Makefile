# Every task of the project, defined once; CI calls the same targets.
BIN := .venv/bin
PYTHON_RUN := sh tools/python.sh
PO := $(wildcard src/waterpas/locale/*/LC_MESSAGES/*.po src/waterpas/web/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
PORT ?=

.DEFAULT_GOAL := help
# Targets share .venv; what can run side by side does so inside its own tool.
.NOTPARALLEL:
.PHONY: help setup demo run test check prove bench fix translations lock docs clean
.PHONY: installed-web installed-test installed-bench

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: installed-test $(MO) ## install everything a developer needs into .venv

demo: installed-web $(MO) ## the platform with an example, in the browser (PORT=8000)
	@$(BIN)/waterpas demo $(if $(PORT),--port $(PORT))

run: installed-web $(MO) ## the platform (PORT=8000)
	@$(BIN)/waterpas serve $(if $(PORT),--port $(PORT))

test: installed-test $(MO) ## all tests, in parallel; heavy proofs on a fixed tenth, PostgreSQL in part
	@$(BIN)/python -m tools.system_packages
	@$(BIN)/python -m tools.run_tests

check: installed-test $(MO) ## format, lint, types, layers, translations, lock files
	@$(BIN)/python -m tools.check

prove: installed-test $(MO) ## heavy proofs and PostgreSQL in full, newer Pythons, the bare wheel (up to 45 minutes)
	@$(BIN)/python -m tools.prove

bench: installed-bench ## how fast the reading aid is beside spaCy and plain regular expressions (5 minutes)
	@.test/bench/bin/python -m benchmarks

fix: installed-test ## put right what a tool can put right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

translations: installed-test ## refresh the English catalogues and list what is missing
	@$(BIN)/python -m tools.catalogues refresh
	@$(BIN)/python -m tools.compile_catalogues

lock: installed-test ## renew requirements/*.lock after a change in pyproject.toml (UPGRADE=1: newest versions)
	@$(BIN)/python -m tools.locks write $(if $(UPGRADE),--upgrade)

docs: installed-test $(MO) ## renew the pages that are made from code, and check the others
	$(BIN)/python -m waterpas.handbook.coverage
	$(BIN)/python -m tools.coverage_page --write
	$(BIN)/python -m tools.reading_quality --write
	@$(BIN)/pytest -q tests/docs

clean: ## remove everything that make has made
	rm -rf .venv .test .demo build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f $(MO)

installed-web:
	@$(PYTHON_RUN) tools/install.py web

installed-test:
	@$(PYTHON_RUN) tools/install.py test

installed-bench:
	@$(PYTHON_RUN) tools/install.py bench

%.mo: %.po
	@$(BIN)/python -m tools.compile_catalogues
