# make demo: the main job. make test: all checks. Both do all their set-up on a fresh Debian with Python 3.11.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard i18n/*.ts))
SOURCES := reformdesk/sentences.py reformdesk/form_sentences.py reformdesk/office_sentences.py \
    reformdesk/conflict_sentences.py reformdesk/reminder_sentences.py reformdesk/update_sentences.py \
    reformdesk/report_sentences.py reformdesk/filling_sentences.py reformdesk/rekeying_sentences.py \
    reformdesk/edition_sentences.py reformdesk/edition_note_sentences.py reformdesk/list_sentences.py \
    $(sort $(shell find reformdesk/ui -name '*.py'))
DEMO ?= demo

.PHONY: help demo test soak bench setup environment lint format translations installer try-installer clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 20

demo: setup ## plays the sample province into demo/ (DEMO=folder), then opens the window
	@if [ -e "$(DEMO)/home-affairs.rdesk" ]; then cd "$(DEMO)" && rm -rf \
	    agencies rounds submissions replies keys backups home-affairs.rdesk* report.xlsx report.docx report.csv report-2025.xlsx; fi
	.venv/bin/reformdesk demo --to "$(DEMO)"

test: setup lint ## lint, types and every test
	.venv/bin/python -m pytest --numprocesses auto

setup: environment $(TRANSLATIONS) ## only the set-up: system packages, .venv, compiled translations

environment:
	@installer/setup.sh

i18n/%.qm: i18n/%.ts | environment
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

soak: setup ## an hour of kills, mutated files, damaged workspaces, full disks and typing (REFORMDESK_SOAK_MINUTES=60)
	.venv/bin/python -m tests.endurance.soak

bench: setup ## the benchmarks: ratios against raw work of the same run, and the table that the README shows
	.venv/bin/python -m tests.benchmarks $(BENCH)

lint: setup ## ruff and mypy
	.venv/bin/ruff check --quiet .
	.venv/bin/ruff format --quiet --check .
	.venv/bin/mypy --no-error-summary

format: setup ## what ruff can mend by itself
	.venv/bin/ruff check --quiet --fix .
	.venv/bin/ruff format --quiet .

translations: environment ## collects the interface's words anew; then translate what is marked unfinished
	@mkdir -p i18n
	@.venv/bin/pyside6-lupdate -silent -locations none -no-obsolete $(SOURCES) -ts i18n/reformdesk_vi.ts -target-language vi_VN
	@.venv/bin/pyside6-lupdate -silent -locations none -no-obsolete -pluralonly $(SOURCES) -ts i18n/reformdesk_en.ts -target-language en_GB

installer: setup ## builds the Windows installer and the portable copy into dist/ and tries them under Wine
	@installer/packages.sh
	.venv/bin/python -m installer.build
	.venv/bin/python -m installer.tryout

try-installer: setup ## tries what lies in dist/: install, a whole round, upgrade, repair, remove
	@installer/packages.sh
	.venv/bin/python -m installer.tryout

clean: ## removes what was built, .venv included
	rm -rf .venv demo dist build i18n/*.qm .pytest_cache .mypy_cache .ruff_cache .hypothesis
