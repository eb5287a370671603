# Everything happens in .venv. A stamp newer than pyproject.toml and the lock lets pip rest, so that only the first call
# needs the package index. GNU make 3.81 and newer.

# The first of these that runs and is new enough: a name on PATH may be dead (a pyenv shim without its version).
FOUND = $(shell for name in '$(PYTHON)' python3.14 python3.13 python3.12 python3.11 python3; do \
  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)
# Debian ships Python without the parts of venv that bring pip.
VENV = $(shell "$(FOUND)" -c 'import venv, ensurepip' >/dev/null 2>&1 && echo yes)
NO_PYTHON = no Python 3.11 or newer was found: install one (Debian, Ubuntu: apt install python3 python3-venv; \
macOS: brew install python; else https://www.python.org/downloads/), or name it: make PYTHON=/path/to/python3
NO_VENV = $(FOUND) lacks the venv module: install it (Debian, Ubuntu: apt install python3-venv), \
or name another Python: make PYTHON=/path/to/python3

PIP = .venv/bin/python -m pip --disable-pip-version-check
INSTALL = $(PIP) install -qq --require-hashes --requirement
NO_INDEX = { echo "make: pip could not install from $(1) (see above); the first call needs the package index" >&2; exit 1; }

# A stamp holds the folder that it was made in. An environment that was moved or copied, or whose Python is gone, is made
# anew: its programs name the old folder in their first lines.
ALIVE := $(shell test "`cat .venv/.runtime 2>/dev/null`" = "`pwd`" && .venv/bin/python -c '' 2>/dev/null && echo yes)
ifneq ($(ALIVE),yes)
IGNORED := $(shell rm -f .venv/.runtime .venv/.dev .venv/.browser)
endif

.PHONY: help run demo test browser imports lint lock clean

help: ## list what make can do
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

run: .venv/.runtime ## check the collection here and write output/; fails only when it could not
	@.venv/bin/cluneal-lit run --fail-on never

demo: .venv/.runtime ## watch it work on an invented collection, against services on this machine
	@.venv/bin/python -m tests.demo

test: .venv/.dev ## run the tests
	@.venv/bin/python -m pytest -n auto

browser: .venv/.browser ## test the pages in a real browser (Chromium, which you install)
	@.venv/bin/python -m pytest tests/browser

imports: .venv/.dev .cache/imports/.installed ## test our exports in the programs that import them (which you install)
	@CLUNEAL_LIT_IMPORTS=yes .venv/bin/python -m pytest tests/imports

lint: .venv/.dev ## check form, rules and types
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy

lock: .venv/.dev ## pin every dependency anew, for every platform and Python
	@"$(FOUND)" -m venv .cache/lock && .cache/lock/bin/python -m pip install --quiet uv
	@$(COMPILE) --output-file requirements.lock
	@$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --extra dev --extra browser --constraint requirements-dev.lock --output-file requirements-browser.lock

COMPILE = .cache/lock/bin/python -m uv pip compile pyproject.toml --group editable --universal --python-version 3.11 \
  --fork-strategy fewest --generate-hashes --upgrade --quiet --no-config --no-annotate \
  --default-index https://pypi.org/simple --custom-compile-command "make lock"

clean: ## remove everything that can be made again, .venv included
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build

# Without this stamp an earlier installation was interrupted: nothing of it is kept. So it goes before pip begins.
.venv/.runtime: pyproject.toml requirements.lock
	$(if $(FOUND),$(if $(VENV),,$(error $(NO_VENV))),$(error $(NO_PYTHON)))
	@echo "make: installing into .venv with $(FOUND)" >&2
	@test -f $@ || "$(FOUND)" -m venv --clear .venv
	@rm -f $@
	@$(INSTALL) requirements.lock || $(call NO_INDEX,requirements.lock)
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@pwd > $@

.venv/.dev: .venv/.runtime requirements-dev.lock
	@rm -f $@ .venv/.runtime
	@$(INSTALL) requirements-dev.lock || $(call NO_INDEX,requirements-dev.lock)
	@pwd > .venv/.runtime && touch $@

.venv/.browser: .venv/.dev requirements-browser.lock
	@$(INSTALL) requirements-browser.lock || $(call NO_INDEX,requirements-browser.lock)
	@touch $@

.cache/imports/.installed: tests/imports/node/package.json tests/imports/node/package-lock.json
	@rm -f $@ && mkdir -p $(@D) && cp $^ $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --silent --fetch-retries 5 || \
	  { echo "make: npm could not install (see above); it needs Node.js 18 or newer and the package index" >&2; exit 1; }
	@touch $@
