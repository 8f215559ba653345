# Everything a newcomer types: `make sample`, `make test`; `make check` before a commit.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin

.PHONY: sample test check bench clean

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet -c constraints.txt -e '.[tests,checks,postgresql]'
	touch $@

sample: $(VENV)/.installed
	cd samples/accounts-payable && ../../$(BIN)/kog run pay-invoices.kog --fresh --no-input || test $$? -eq 3

test: $(VENV)/.installed
	$(BIN)/python -m pytest

check: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed
	$(BIN)/pip install --quiet -c constraints.txt -e '.[bench]'
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
