# make demo: the main job. make test: all tests. Both do all set-up on a fresh Debian with Python 3.11.

STAMP := .venv/.ready
TRANSLATIONS := i18n/reformdesk_vi.qm i18n/reformdesk_en.qm
SOURCES := reformdesk/words.py $(shell find reformdesk/ui -name '*.py')
DEMO ?= demo

.PHONY: demo test setup lint format translations clean

demo: setup
	@if [ -e "$(DEMO)/home-affairs.rdesk" ]; then rm -rf "$(DEMO)"; fi
	.venv/bin/reformdesk demo --to "$(DEMO)"

test: setup lint
	.venv/bin/python -m pytest --numprocesses 2

setup: $(STAMP) $(TRANSLATIONS)

$(STAMP): requirements.lock installer/setup.sh
	installer/setup.sh
	@touch $@

%.qm: %.ts | $(STAMP)
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

lint: setup
	.venv/bin/ruff check --quiet .
	.venv/bin/ruff format --quiet --check .
	.venv/bin/mypy --no-error-summary

format: setup
	.venv/bin/ruff check --quiet --fix .
	.venv/bin/ruff format --quiet .

# collects the interface's words anew; translate what is then marked unfinished
translations: $(STAMP)
	.venv/bin/pyside6-lupdate -silent -locations none -no-obsolete $(SOURCES) -ts i18n/reformdesk_vi.ts -target-language vi_VN
	.venv/bin/pyside6-lupdate -silent -locations none -no-obsolete -pluralonly $(SOURCES) -ts i18n/reformdesk_en.ts -target-language en_GB

clean:
	rm -rf .venv demo dist build i18n/*.qm .pytest_cache .mypy_cache .ruff_cache .hypothesis
