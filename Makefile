# What people want; `make help` lists it. Needs Python 3.10 to 3.13; the README has the plain commands.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve test test-all test-slow test-engines bench bench-search site downloads check format lint where current lock clean help

serve: $(VENV)/site.stamp ## read the edition in the browser; pages follow what is saved
	@echo "The edition is at http://127.0.0.1:$(PORT)/ (Chinese) and http://127.0.0.1:$(PORT)/en/ (English); Ctrl-C stops it."
	$(RUN) -m mkdocs serve --strict --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/test.stamp check lint ## what proves the edition right, in some minutes
	$(TOOLS)
	$(PYTEST) -m "not slow"

test-all: test test-slow ## and what takes long and rarely fails: every page in every state, validators in Java, old and other browsers

test-slow: $(VENV)/test.stamp $(if $(SITE),,site)
	$(TOOLS)
	SITE=$(or $(SITE),site) $(PYTEST) -m slow
	$(MAKE) test-engines SITE=$(or $(SITE),site)

SCRIPTS = "docs/assets/**/*.js" "!**/vendor/**" "tests/engines/**/*.js" "tests/lint/*.js"
PYTEST = $(RUN) -m pytest --numprocesses 2 --dist loadscope
define TOOLS
$(RUN) tests/find_tools.py
$(RUN) tests/browser/find_browser.py
endef

test-engines: $(if $(SITE),,site) ## a reader's journeys in Chromium 88, 109 and of today, Firefox and WebKit (needs Node); SITE=<a built site>, ONLY=<engines>, PICTURES=<folder>
	$(PYTHON) tests/find_tools.py engines
	node tests/engines/run.js $(or $(SITE),site) $(if $(ONLY),--only $(ONLY)) $(if $(PICTURES),--pictures $(PICTURES))

bench: $(VENV)/test.stamp ## how light and quick it is beside the theme's plain site, as tables; PARTS="weight lighthouse search" measures some
	$(RUN) tests/browser/find_browser.py
	-npm ci --prefix tests/bench --no-audit --no-fund --silent
	$(RUN) tests/bench/run.py $(PARTS)

bench-search: $(VENV)/test.stamp ## how well the search answers; QUERIES=<judged queries as JSON> adds to our own
	$(RUN) tests/browser/find_browser.py
	$(RUN) tests/bench/search.py $(QUERIES)

site: $(VENV)/site.stamp ## build strictly into site/; a failed build leaves the last good site
	$(BUILD)
	$(FINISH)

downloads: export PDF := yes
downloads: site ## the same, and it fails where PDFs cannot be made for want of Chinese type

# A site is built beside the last one and takes its place when it is whole.
define BUILD
rm -rf .site.new
$(RUN) -m mkdocs build --strict --site-dir .site.new
endef
define FINISH
rm -rf .site.old
if test -e site; then mv site .site.old; fi
mv .site.new site
rm -rf .site.old
endef

format: $(VENV)/test.stamp ## bring programs and scripts into their form
	$(RUN) -m ruff format --quiet
	tests/node_modules/.bin/prettier --config tests/lint/prettier.json --write --log-level warn $(SCRIPTS)

check: $(VENV)/site.stamp ## the rules of text, data and pages alone, in a second
	$(RUN) scripts/check.py

lint: $(VENV)/test.stamp ## the form of the programs, the style sheets and the workflow, and that browsers of .browserslistrc know them
	$(RUN) tests/find_tools.py
	tests/node_modules/.bin/eslint --config tests/lint/eslint.config.js docs/assets
	tests/node_modules/.bin/prettier --config tests/lint/prettier.json --check --log-level warn $(SCRIPTS)
	tests/node_modules/.bin/stylelint --config tests/lint/stylelint.config.js --config-basedir tests/lint "docs/assets/**/*.css"
	$(RUN) -m ruff check --quiet
	$(RUN) -m ruff format --check --quiet
	PYTHONPATH=scripts $(VENV)/bin/lint-imports --no-cache
	$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml

where: $(VENV)/site.stamp ## the file and line of a sentence in both languages: make where ID=p7s2
	$(RUN) scripts/where.py $(ID)

current: $(VENV)/site.stamp ## say that the English renders the Chinese as it now stands
	$(RUN) scripts/mark_current.py

lock: ## pin the dependencies anew, with hashes, for every supported Python
	for part in site test; do uv pip compile --universal --python-version 3.10 --generate-hashes \
	  --no-emit-index-url --no-header requirements/$$part.in -o requirements/$$part.txt || exit; done

clean: ## remove what can be made again
	rm -rf $(VENV) site .site.new .site.old

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

$(VENV)/%.stamp: requirements/%.txt
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	touch $@
