# Each target does all the set-up that it needs. Words and reasons: README.md and CONTRIBUTING.md.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.PHONY: demo test dev bench fmt

# The demonstration congress, or one's own: make demo CORPUS=file.csv
demo:
	scripts/demo.sh "$(CORPUS)"

# Every check and every test.
test:
	scripts/test.sh

# Serves the demonstration, builds again and restarts when a source changes.
dev:
	scripts/dev.sh

# Quality and speed, beside the baselines; figures are kept in docs/bench.md.
bench:
	scripts/bench.sh

fmt:
	. scripts/env.sh
	cargo fmt --all
