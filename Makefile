# Everything a newcomer needs: `make` lists the targets, `make setup` prepares .venv, `make test` runs the tests.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
PYTEST_WORKERS ?= 2

# Quiet, and independent of what the caller's shell has activated.
export PIP_DISABLE_PIP_VERSION_CHECK = 1
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types format docs bench lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## install the locked set into .venv (again only when the lock or pyproject.toml changes)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; set PYTHON=..." if sys.version_info < (3, 11) else 0)'
	@rm -f $@
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

demo: $(STAMP)  ## check the sample documents and leave the result in build/demo
	$(BIN)/cermat check samples/ --fail-on never
	$(BIN)/cermat check samples/ --fail-on never --quiet --format json --format html --format xlsx --out build/demo
	@echo "build/demo:" && ls build/demo

test: $(STAMP)  ## run the tests
	$(BIN)/python -m pytest -q -n $(PYTEST_WORKERS)

lint: $(STAMP)  ## style, formatting, import direction, strict types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

types: $(STAMP)  ## strict types only
	$(BIN)/mypy

format: $(STAMP)  ## rewrite the code in the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(STAMP)  ## write the generated pages of docs/ again
	$(BIN)/python -m docs.generate

bench: $(STAMP)  ## measure speed and accuracy
	$(BIN)/python -m benchmarks

lock:  ## resolve requirements.lock again (uv is installed into build/uv for it)
	test -x build/uv/bin/uv || { $(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv; }
	build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --extra dev --custom-compile-command "make lock" $(UVFLAGS) \
	  pyproject.toml --output-file requirements.lock

clean:  ## remove what can be made again (.venv too)
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
