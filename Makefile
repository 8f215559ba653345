# Everything a newcomer types: `make sample`, `make test`; `make check` before a commit.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
SAMPLE = samples/accounts-payable
# A registry that is slow to answer is asked again.
PIP_FLAGS = --quiet --disable-pip-version-check --retries 10 --timeout 60

.PHONY: sample test long check bench wheel-check clean

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install $(PIP_FLAGS) -c constraints.txt -e '.[tests,checks,postgresql]'
	touch $@

# Runs the accounts-payable story; 3 says that some invoices wait for a person, as they should.
sample: $(VENV)/.installed
	cd $(SAMPLE) && $(CURDIR)/$(BIN)/kog run pay-invoices.kog --fresh --no-input || test $$? -eq 3

test: $(VENV)/.installed
	$(BIN)/python -m pytest -n auto -m "not long"

# All that `make test` leaves out for its length, one after another: half an hour on two busy cores.
# Without CI, so that the laws are tried with new examples.
long: $(VENV)/.installed
	CI= $(BIN)/python -m pytest -m long --timeout 3600

check: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed
	$(BIN)/pip install $(PIP_FLAGS) -c constraints.txt -e '.[bench]'
	$(BIN)/python -m bench

# Builds the wheel, installs it in an environment of its own, and runs the sample from a copy.
wheel-check:
	rm -rf dist build/wheel
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/pip wheel $(PIP_FLAGS) --no-deps --wheel-dir dist .
	build/wheel/bin/pip install $(PIP_FLAGS) -c constraints.txt dist/kognilang-*.whl
	cp -r $(SAMPLE) build/wheel/sample
	cd build/wheel/sample && ../bin/kog run pay-invoices.kog --fresh --no-input || test $$? -eq 3
	build/wheel/bin/python -I -c "import kognilang; assert 'build/wheel' in kognilang.__file__, kognilang.__file__"

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
