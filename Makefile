# Everything a newcomer or CI needs. `make setup` makes .venv; the other targets call it.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JOBS   ?= 2
BENCH  := .venv-bench
CANARY := .venv-canary
BUILDERS := .venv-builders
TRAIN := .venv-train
CATBOOST := 1.2.10

# apt as root, or through sudo; only ever called for what is missing.
APT := $(if $(filter 0,$(shell id -u)),,sudo )env DEBIAN_FRONTEND=noninteractive apt-get

.PHONY: help setup setup-dev browser site serve test lint unit site-test lock clean
.PHONY: canary canary-lock
.PHONY: bench-setup bench-extract bench-convert bench-assemble bench-search bench-build bench-lock train

help:
	@echo "make site    convert raw/, build the site into site/"
	@echo "make serve   build, then show it on http://127.0.0.1:8000/ and rebuild on each change"
	@echo "make test    lint, types, import contracts and all tests (installs Chromium if there is none)"
	@echo "make lock    pin the newest versions of all packages"
	@echo "make canary  build with ProperDocs and Zensical too, and show what differs; never fails for that"
	@echo "make bench-extract DATA=DIR    score this project beside other extractors (bench/README.md)"
	@echo "make train DATA=DIR            grow the model of extraction anew (bench/README.md)"
	@echo "make bench-convert             measure memory and time of converting many captures"
	@echo "make bench-assemble            measure time and memory of joining 1,000 to 10,000 articles"
	@echo "make bench-build               measure building beside MkDocs, Hugo and others (bench/README.md)"
	@echo "make bench-search DATA=DIR     score search beside Material's and Pagefind (bench/README.md)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
	  || { $(APT) update -qq && $(APT) install -y -qq python3-venv; }
	$(PYTHON) -m venv $(VENV)

# pip runs only when a lock file or pyproject.toml is newer than the last install.
$(VENV)/.installed: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.installed

setup-dev: $(VENV)/.installed-dev

browser:
	@command -v chromium || command -v chromium-browser || command -v google-chrome \
	  || { $(APT) update -qq && $(APT) install -y -qq chromium; }

site: setup
	$(BIN)/archive convert
	$(BIN)/archive build
	@echo "The site is in site/. To see it: make serve"

serve: setup
	$(BIN)/archive serve

test: setup-dev browser lint unit site-test

lint: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The fast tests first: what they find, nobody waits for a browser to learn.
unit: setup-dev
	$(BIN)/pytest -n $(JOBS) -m "not site"

site-test: setup-dev browser
	$(BIN)/pytest -n $(JOBS) --dist loadgroup --no-loadscope-reorder -m site

# Without an index address in the files: each machine asks its own.
lock: setup-dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade --group build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --group build --group dev -c requirements.txt pyproject.toml -o requirements-dev.txt

# The other extractors live apart: nothing of theirs is ever imported by the project.
$(BENCH)/.installed: bench/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

bench-setup: setup-dev $(BENCH)/.installed

bench-extract: bench-setup
	@test -n "$(DATA)" || { echo "Where are the data sets? make bench-extract DATA=DIR" >&2; exit 2; }
	$(BIN)/python -m bench.extract --data $(DATA) --python $(BENCH)/bin/python --metadata --worst 10 $(ARGS)

bench-convert: setup-dev
	$(BIN)/python -m bench.convert $(ARGS)

bench-assemble: setup-dev
	$(BIN)/python -m bench.assemble $(ARGS)

# The rivals' hashes are in package-lock.json; its platforms' programs are all the same release.
bench/rivals/node_modules/.installed: bench/rivals/package-lock.json
	npm install --prefix bench/rivals --no-save --ignore-scripts --no-audit --no-fund --silent
	@touch $@

SEARCH_ARGS ?= --effort 1000,10000 --counts 1000,10000

bench-search: setup-dev browser bench/rivals/node_modules/.installed
	@test -n "$(DATA)" || { echo "Where are the queries? make bench-search DATA=DIR" >&2; exit 2; }
	$(BIN)/python -m bench.search --data $(DATA) $(SEARCH_ARGS) $(ARGS)

# The other generators, apart as well; whichever cannot be had is left out of the table.
$(BUILDERS)/.installed: bench/requirements-builders.txt
	$(PYTHON) -m venv $(BUILDERS)
	$(BUILDERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

bench/sites/eleventy/node_modules/.installed: bench/sites/eleventy/package-lock.json
	npm ci --prefix bench/sites/eleventy --ignore-scripts --no-audit --no-fund --silent
	@touch $@

BUILD_ARGS ?= --articles 500,2000,10000 --runs 5

bench-build: setup-dev
	-$(MAKE) $(BUILDERS)/.installed
	-$(MAKE) $(CANARY)/.installed
	-$(MAKE) bench/sites/eleventy/node_modules/.installed
	$(BIN)/python -m bench.building $(BUILD_ARGS) $(ARGS)

bench-lock: setup-dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade bench/requirements.in -o bench/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade bench/requirements-builders.in -o bench/requirements-builders.txt

# Other engines, apart as well; only their own programs run there.
$(CANARY)/.installed: bench/requirements-canary.txt
	$(PYTHON) -m venv $(CANARY)
	$(CANARY)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

canary: setup $(CANARY)/.installed
	$(BIN)/python -m bench.canary --python $(CANARY)/bin/python $(ARGS)

canary-lock: setup-dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade -c requirements.txt bench/requirements-canary.in -o bench/requirements-canary.txt

clean:
	rm -rf site .archive

# What grows the model is in an environment of its own: the project only reads the numbers.
$(TRAIN)/.installed: requirements.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check catboost==$(CATBOOST)
	@touch $@

train: $(TRAIN)/.installed
	@test -n "$(DATA)" || { echo "Where are the data sets? make train DATA=DIR" >&2; exit 2; }
	$(TRAIN)/bin/python -m bench.train --data $(DATA)
