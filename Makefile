# What each target is for: make help. Set-up happens by itself, once, and again when a list of
# packages in requirements/ changes.

PYTHON ?= python3
VENV := .venv
SAM_VENV := .venv-sam
LOCK_VENV := .venv-lock
CHECKOV_VENV := .venv-checkov
BIN := $(VENV)/bin
SAM := SAM_CLI_TELEMETRY=0 $(SAM_VENV)/bin/sam

# Some machines forbid Python to keep bytecode, and each of a hundred starts would compile anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' \
		| while IFS='|' read -r name does; do printf 'make %-13s %s\n' "$$name" "$$does"; done

# --- Using it -------------------------------------------------------------------------------

.PHONY: run
run: $(VENV)/run.stamp ## serve the skill and its simulator at http://127.0.0.1:5000 (or PORT=...)
	@$(BIN)/python -m simulator.server

.PHONY: serve
serve: content ## serve Amazon's signed requests (SKILL_ID=amzn1.ask.skill..., HOST, PORT)
	@$(BIN)/python -m skill.web

.PHONY: chat
chat: $(VENV)/run.stamp ## hold the same conversation in this terminal (CHAT="--pace real" plays sets in real time)
	@$(BIN)/python -m simulator $(CHAT)

# --- Checking it ----------------------------------------------------------------------------

.PHONY: test
test: $(VENV)/test.stamp $(SAM_VENV)/sam.stamp $(CHECKOV_VENV)/checkov.stamp build/wheels/host.stamp build/wheels/lambda.stamp build/npm.stamp browser ## every check and every test
	@echo '== format' && $(BIN)/ruff format --check --quiet . \
		|| { echo 'Not in the house format: make format rewrites it.' >&2; exit 1; }
	@echo '== lint' && $(BIN)/ruff check --quiet .
	@echo '== import direction' && $(BIN)/lint-imports --no-logo
	@echo '== container' && $(BIN)/hadolint Dockerfile
	@echo '== artifact and tests, and meanwhile template, types, content and models' && { \
		mkdir -p build; $(MAKE) --no-print-directory meanwhile > build/meanwhile.txt 2>&1 & meanwhile=$$!; \
		$(MAKE) --no-print-directory artifact-and-tests; tests=$$?; \
		wait $$meanwhile; checks=$$?; cat build/meanwhile.txt; exit $$((tests || checks)); }

# A line that calls make is run even where make only prints: the tests stand in lines of their own.
.PHONY: artifact-and-tests
artifact-and-tests: build build-host
	@echo '== tests' && $(BIN)/python -m pytest $(ON_ALL_CORES)

# What goes on one core while the artifact, and after it the longest tests, are busy on the other.
.PHONY: meanwhile
meanwhile: build/template.stamp
	@echo '== types' && $(BIN)/mypy --strict skill simulator tools benchmarks tests
	@echo '== content and models' && $(BIN)/python -m tools check

# Three programs that take long to start, and read nothing else.
build/template.stamp: template.yaml samconfig.toml .checkov.yaml $(SAM_VENV)/sam.stamp $(CHECKOV_VENV)/checkov.stamp
	@echo '== template' && AWS_DEFAULT_REGION=us-east-1 $(SAM) validate --lint \
		&& $(SAM_VENV)/bin/cfn-lint template.yaml && $(CHECKOV_VENV)/bin/checkov --config-file .checkov.yaml
	@mkdir -p build && touch $@

# Short tests are taken over from whoever still has a long one: see tests/conftest.py.
ON_ALL_CORES := --numprocesses auto --dist worksteal
QUICK := --ignore tests/slow --ignore tests/simulator/page --ignore tests/alexa/test_pauses.py

.PHONY: quick
quick: $(VENV)/test.stamp build/npm.stamp content ## what a change in one place needs, in a minute: no walk, no browser, no artifact
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --strict skill simulator tools benchmarks tests
	@$(BIN)/lint-imports --no-logo > /dev/null || $(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest --quiet $(ON_ALL_CORES) $(QUICK) $(PYTEST)

.PHONY: pytest
pytest: $(VENV)/test.stamp build/npm.stamp browser build build-host ## some tests alone (PYTEST='tests/alexa -k launch')
	@$(BIN)/python -m pytest $(PYTEST)

# Each in a clone of its own with its own set-up, one after another: too long for make test.
.PHONY: test-commands
test-commands: $(VENV)/test.stamp ## run each command of README and CONTRIBUTING first in a fresh clone
	@$(BIN)/python -m pytest --durations=0 --durations-min=0 tests/slow/commands/fresh_clones.py

# Asked every time, at no cost: a browser may go as it came.
.PHONY: browser
browser: $(VENV)/test.stamp ## see to it that there is a Chromium to test the page in
	@$(BIN)/python -m tests.simulator.page.installation

.PHONY: check
check: $(VENV)/run.stamp ## content, interaction models and coverage page only, in seconds
	@$(BIN)/python -m tools check

.PHONY: format
format: $(VENV)/test.stamp ## rewrite the Python files in the house format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

.PHONY: evaluate
evaluate: $(VENV)/run.stamp ## measure the interview on patient stories
	@$(BIN)/python -m tools evaluate

.PHONY: understand
understand: $(VENV)/run.stamp ## measure how much of what people say is understood (FILES="a.yaml b.yaml", FAILING=1)
	@$(BIN)/python -m benchmarks.understand $(FILES) $(if $(FAILING),--failing)

.PHONY: bench
bench: $(VENV)/test.stamp build-host build/bench.stamp ## measure speed, as ratios, beside a hello-world skill
	@$(BIN)/python -m benchmarks.speed

.PHONY: fuzz
fuzz: $(VENV)/test.stamp ## walk a million plausible requests, and throw broken and forged ones (FUZZ='--seed 7' repeats a run)
	@$(BIN)/python -m tests.slow.fuzz $(FUZZ)

.PHONY: load
load: $(VENV)/test.stamp ## the web service under load on this machine, beside a hello-world skill
	@$(BIN)/python -m benchmarks.load

# --- Generating what is committed -----------------------------------------------------------

# $(1): list in requirements/, $(2): further options
compile = (cd requirements && ../$(LOCK_VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(2) \
	$(LOCK) --output-file $(1).txt $(1).in)

.PHONY: models
models: $(VENV)/run.stamp ## write the interaction models, and annotation sets for Amazon's evaluation (docs/hearing.md)
	@$(BIN)/python -m tools models
	@$(BIN)/python -m benchmarks.annotations

.PHONY: schemas
schemas: $(VENV)/run.stamp ## write the content's JSON Schemas from the code's types
	@$(BIN)/python -m tools schemas

.PHONY: likelihoods
likelihoods: $(VENV)/run.stamp ## count the published cases, and write the counts beside each likelihood
	@$(BIN)/python -m tools likelihoods

.PHONY: coverage
coverage: $(VENV)/run.stamp ## write docs/coverage.md: the article covered, and the sheet to sign
	@$(BIN)/python -m tools coverage

.PHONY: screenshots
screenshots: browser ## take the pictures of the page in the README
	@$(BIN)/python -m tests.simulator.page.screenshots

# An order that matters: each list is constrained by the one before it.
.PHONY: lock
lock: $(LOCK_VENV)/lock.stamp ## pin the packages of requirements/*.in (LOCK=--upgrade for newer ones)
	@$(call compile,lambda,--excludes never-imported.in)
	@for list in run test sam checkov bench lock node; do $(call compile,$$list) || exit 1; done
	@cd requirements/npm && npm install --package-lock-only --omit-lockfile-registry-resolved \
		--ignore-scripts --no-audit --no-fund --silent
	@node -e "$(NO_FUNDING)"

# Who asks for donations is no part of what is pinned, and brings addresses into the list.
NO_FUNDING := const fs = require('fs'), file = 'requirements/npm/package-lock.json', \
	lock = JSON.parse(fs.readFileSync(file)); for (const one of Object.values(lock.packages)) \
	delete one.funding; fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')

# --- Shipping it ----------------------------------------------------------------------------

# The folders too: they change when a file goes.
SHIPPED := $(shell find skill -not -name '*.pyc' -not -name __pycache__ -not -name content.json 2>/dev/null)
CONTENT := $(shell find content/ 2>/dev/null; find tools/content skill/library -name '*.py' 2>/dev/null)

# What is read of content/ where the skill is served or shipped; the simulator reads the YAML.
.PHONY: content
content: skill/library/content.json ## build the content as it ships, one file of JSON

skill/library/content.json: $(CONTENT) $(VENV)/run.stamp
	@$(BIN)/python -m tools compile $@

# Lambda's own machine, whatever machine this is. The version is the template's.
FOR_LAMBDA := --platform manylinux2014_aarch64 --implementation cp --python-version 3.13
# Where pyenv keeps it, it answers only to the version's name; nothing else reads that variable.
LAMBDA_PYTHON ?= PYENV_VERSION=3.13 python3.13

# pip judges the packages' own scripts and bytecode by this machine: neither belongs on another.
# Without bytecode the first start compiles 340 modules, three times its work (docs/performance.md).
# It is the same at each build, whatever the time of the sources, where that Python is there.
# $(1): wheels/ folder to install from, $(2): pip's platform flags, $(3): folder to write,
# $(4): the Python that it is to run on
define artifact
	@rm -rf '$(3)' && mkdir -p '$(3)'
	@$(BIN)/$(PIP) install --target '$(3)' --no-compile --no-deps --only-binary :all: $(2) \
		--no-index --find-links build/wheels/$(1) --require-hashes -r requirements/lambda.txt
	@rm -rf '$(3)/bin'
	@cp LICENSE '$(3)'
	@cp -R skill '$(3)/skill'
	@cd '$(3)/skill' && rm -rf web && find . -name __pycache__ -prune -exec rm -rf {} +
	@if $(4) -c '' 2>/dev/null; then \
		$(4) -W ignore -m compileall -q -j 0 --invalidation-mode unchecked-hash -s '$(3)' -p /var/task '$(3)'; \
	else echo 'No bytecode is in $(3), so its first start takes longer: $(4) does not run here.'; fi
endef

.PHONY: build
build: build/lambda.stamp ## make the Lambda artifact in build/lambda
.PHONY: build-host
build-host: build/host.stamp ## the same artifact for this machine, in build/host, to be tested

build/lambda.stamp: $(SHIPPED) skill/library/content.json LICENSE build/wheels/lambda.stamp Makefile
	$(call artifact,lambda,$(FOR_LAMBDA),build/lambda,$(LAMBDA_PYTHON))
	@touch $@

build/host.stamp: $(SHIPPED) skill/library/content.json LICENSE build/wheels/host.stamp Makefile
	$(call artifact,host,,build/host,$(BIN)/python)
	@touch $@

# SAM calls this one and says where to: see BuildMethod in template.yaml.
.PHONY: build-AnkleCoachFunction
build-AnkleCoachFunction: skill/library/content.json build/wheels/lambda.stamp
	$(call artifact,lambda,$(FOR_LAMBDA),$(ARTIFACTS_DIR),$(LAMBDA_PYTHON))

.PHONY: package
package: $(VENV)/test.stamp build ## make the skill package in build/package (SITE=https://... ENDPOINT=arn:... SKILL_ID=...)
	@$(BIN)/python -m tools package --site '$(SITE)' --endpoint '$(ENDPOINT)' --skill-id '$(SKILL_ID)'

# What is not given stays as it was at the last deployment.
PARAMETERS = $(if $(SKILL_ID),SkillId=$(SKILL_ID)) $(if $(ALARM_TOPIC),AlarmTopic=$(ALARM_TOPIC))

.PHONY: deploy
deploy: $(SAM_VENV)/sam.stamp ## build and deploy with SAM (SKILL_ID=amzn1.ask.skill..., ALARM_TOPIC=arn:..., REGION=us-east-1)
	@echo 'Step 1 of 3: building for Lambda ...'
	@$(SAM) build
	@echo 'Step 2 of 3: showing what will change, and deploying it after a yes ...'
	@$(SAM) deploy $(if $(REGION),--region $(REGION)) \
		$(if $(strip $(PARAMETERS)),--parameter-overrides $(strip $(PARAMETERS)))
	@echo 'Step 3 of 3: SkillEndpoint, printed above, is where Alexa is to send its requests.'
ifeq ($(SKILL_ID),)
	@echo 'If this was the first deployment: make package ENDPOINT=(the SkillEndpoint), import the package,'
	@echo 'then make deploy SKILL_ID=(the id that the console shows), so that no other skill may call it.'
endif

build/wheels/lambda.stamp: requirements/lambda.txt $(VENV)/created
	$(call download,lambda,$(FOR_LAMBDA))
build/wheels/host.stamp: requirements/lambda.txt $(VENV)/created
	$(call download,host)

# Beside what is measured, with bytecode as it has.
build/bench.stamp: requirements/bench.txt $(VENV)/created
	@rm -rf build/bench && mkdir -p build
	@$(BIN)/$(PIP) install --target build/bench --no-compile --no-deps --require-hashes -r requirements/bench.txt
	@$(BIN)/python -W ignore -m compileall -q -j 0 --invalidation-mode unchecked-hash build/bench
	@touch $@

# --- Set-up ---------------------------------------------------------------------------------

PIP := python -m pip --quiet --quiet --disable-pip-version-check --no-input

# The lists are complete, so pip has no dependency to look for; asked to, older ones trip over
# a pin that is wanted with extras.
# $(1): environment, $(2): list in requirements/
define install
	@echo 'Installing the packages of requirements/$(2).txt ...'
	@$(1)/bin/$(PIP) install --no-deps --require-hashes -r requirements/$(2).txt
	@touch $@
endef

# $(1): folder in build/wheels/, $(2): pip's platform flags
define download
	@rm -rf build/wheels/$(1) && mkdir -p build/wheels/$(1)
	@$(BIN)/$(PIP) download --dest build/wheels/$(1) --no-deps --only-binary :all: $(2) \
		--require-hashes -r requirements/lambda.txt
	@touch $@
endef

%/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Ankle Coach needs Python 3.11 or newer, which '$(PYTHON)' is not: install one and name it, as in make run PYTHON=python3.13." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' cannot make a virtual environment: install its venv module (on Debian and Ubuntu, sudo apt install python3-venv) and try again." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $*
	@touch $@

$(VENV)/run.stamp: requirements/run.txt $(VENV)/created
	$(call install,$(VENV),run)
# What tests need holds all that runs: both lists are locked to agree.
$(VENV)/test.stamp: requirements/test.txt $(VENV)/created
	$(call install,$(VENV),test)
	@touch $(VENV)/run.stamp
$(SAM_VENV)/sam.stamp: requirements/sam.txt $(SAM_VENV)/created
	$(call install,$(SAM_VENV),sam)
$(CHECKOV_VENV)/checkov.stamp: requirements/checkov.txt $(CHECKOV_VENV)/created
	$(call install,$(CHECKOV_VENV),checkov)
# Written for Node, which comes from PyPI where the machine has none.
build/npm.stamp: requirements/npm/package-lock.json requirements/node.txt $(VENV)/test.stamp
	@echo 'Installing the packages of requirements/npm ...'
	@$(BIN)/python -m tests.node
	@touch $@
$(LOCK_VENV)/lock.stamp: requirements/lock.txt $(LOCK_VENV)/created
	$(call install,$(LOCK_VENV),lock)

.PHONY: clean
clean: ## remove everything that make made, the environments too
	@rm -rf $(VENV) $(SAM_VENV) $(CHECKOV_VENV) $(LOCK_VENV) build skill/library/content.json .aws-sam .pytest_cache .mypy_cache .ruff_cache \
		.hypothesis .import_linter_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +
