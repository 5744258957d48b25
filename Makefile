# `make` sets everything up and runs the example; `make test` runs all tests. Both work from a fresh clone with a Rust
# toolchain, a C compiler, Python 3.10 or later and make. On Debian, and as root or with sudo, what else they need (CMake,
# Meson, the compilers of the examples, …) is installed by `make tools`, which the targets that need it call.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := demo

PYTHON ?= python3
CARGO ?= cargo
CARGO_DENY_VERSION := 0.20.2

VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
CARGO_DENY := .tools/bin/cargo-deny
CARGO_FUZZ_VERSION := 0.13.2
CARGO_FUZZ := .tools/bin/cargo-fuzz
SECONDS_EACH ?= 60
CARGO_C_VERSION := 0.10.16+cargo-0.91.0
CARGO_C := .tools/bin/cargo-cinstall
KOFFI_VERSION := 3.3.4
KOFFI := .tools/node/node_modules/koffi

# Where `make install` puts the C library; DESTDIR is in front of it for packagers.
PREFIX ?= /usr/local
LIBDIR ?= lib
DESTDIR ?=

# What the wheel is made of; the shared object that `maturin develop` leaves there is not.
WHEEL_SOURCES := build.rs Cargo.toml Cargo.lock pyproject.toml schema/article.context.json $(shell find src bindings/batch bindings/python python -type f \
	-not -name '*.so' -not -path '*/__pycache__/*' 2>/dev/null)

.PHONY: demo install web test test-rust test-python test-engines docs wheels java lint lint-rust lint-python licences tools tools-apt bench bench-batch bench-engines bench-peers weights folds compare fuzz clean help

help: ## Say what the targets do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

# ---- the main job

demo: $(VENV)/installed ## Read the example dump through Python
	$(VENV_PYTHON) examples/quickstart.py examples/dump.txt

install: $(CARGO_C) ## Install headers, shared and static library, nutgraf.pc and the CMake package under PREFIX (/usr/local)
	PATH="$(CURDIR)/.tools/bin:$$PATH" $(CARGO) cinstall --locked --release --package nutgraf-c \
		--prefix "$(PREFIX)" --libdir "$(LIBDIR)" $(if $(DESTDIR),--destdir "$(DESTDIR)")

web: ## Build target/web/nutgraf.html, a page that reads articles in the browser; see bindings/wasm/build.sh
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" bash bindings/wasm/build.sh

# ---- tests

test: test-rust test-python ## Run all tests: Rust, the command, C and C++, Python

test-rust: tools-apt $(CARGO_C) $(KOFFI) ## Run the tests of the core, of the C binding with its C and C++ programs and header, and of the command
	$(CARGO) test --workspace --exclude nutgraf-py --locked --no-fail-fast

# tests/python/test_docs.py runs mypy.stubtest and the examples in the documentation.
test-python: tools-apt $(VENV)/installed $(VENV)/requirements lint-python web ## Run the tests of the Python package, and of the page in a browser
	$(VENV_PYTHON) -m pytest

ENGINES := .venv-engines

test-engines: $(ENGINES)/installed java ## Run nutgraf in Spark, Ray and datatrove
	cd tests/engines && $(abspath $(ENGINES))/bin/python -m pytest

$(ENGINES)/requirements: tests/engines/requirements.txt
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) tools-apt
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/python -m pip install --disable-pip-version-check --quiet --requirement $<
	@touch $@

# The wheel is built once, where the other tests have theirs.
$(ENGINES)/installed: $(VENV)/installed $(ENGINES)/requirements
	$(ENGINES)/bin/python -m pip install --disable-pip-version-check --quiet --force-reinstall --no-deps dist/nutgraf-*.whl
	@touch $@

# ---- docs

docs: $(VENV)/installed $(VENV)/requirements ## Make the site of the docs in target/docs; the tests make it as well
	$(VENV_PYTHON) -m sphinx -W --keep-going -E -q -b html docs target/docs

# ---- what is released

WHEELS := .tools/wheels
MUSL := x86_64-unknown-linux-musl

# pip builds the wheel from the sdist, so that one that lacks a file shows. Zig links against the glibc of manylinux, or musl.
wheels: $(WHEELS)/installed ## Build the sdist and, from it, wheels for manylinux and, where Rust has the target, musllinux; check them
	rm -rf dist/release
	$(WHEELS)/bin/maturin sdist --out dist/release
	tags=("--compatibility manylinux_2_17"); \
	[ ! -d "$$(rustc --print target-libdir --target $(MUSL))" ] || tags+=("--compatibility musllinux_1_2 --target $(MUSL)"); \
	for tag in "$${tags[@]}"; do \
		PATH="$(abspath $(WHEELS))/bin:$$PATH" MATURIN_PEP517_ARGS="--zig $$tag" \
		CARGO_TARGET_DIR="$${CARGO_TARGET_DIR:-$(abspath target)}" \
			$(WHEELS)/bin/python -m pip wheel --disable-pip-version-check --quiet --no-build-isolation --no-deps \
			--wheel-dir dist/release dist/release/*.tar.gz; \
	done
	cd tests/wheels && $(abspath $(WHEELS))/bin/python -m pytest

$(WHEELS)/installed: tests/wheels/requirements.txt
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) tools-apt
	$(PYTHON) -m venv $(WHEELS)
	$(WHEELS)/bin/python -m pip install --disable-pip-version-check --quiet --requirement $<
	@touch $@

# ---- lint

lint: lint-rust lint-python licences ## Check format, lints, types and licences

lint-rust:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings
	$(CARGO) clippy --all-targets --features internals --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --locked

lint-python: $(VENV)/installed $(VENV)/requirements
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m mypy

# Offline it looks at the crates of every platform, of which cargo has only fetched those of this one so far.
licences: $(CARGO_DENY) ## Check licences, bans and sources of all dependencies
	$(CARGO) fetch --locked
	$(CARGO_DENY) --offline check licenses bans sources

# ---- benchmarks

bench: ## Measure MB/s; NUTGRAF_DATA=FOLDER adds the dumps and gold texts there
	$(CARGO) bench --locked --bench throughput -- --sort location
	$(CARGO) bench --locked --bench archives -- --sort location
	$(CARGO) bench --locked --features internals --bench html
	$(CARGO) bench --locked --package nutgraf-c --bench c_loop

bench-batch: $(VENV)/installed $(VENV)/requirements ## Measure extract_batch beside a loop in Rust, over the pages in a FOLDER
	$(VENV_PYTHON) tests/bench/batch.py $(FOLDER)

bench-engines: $(ENGINES)/installed $(ENGINES)/bench-requirements java ## Measure Spark, Ray and datatrove with nutgraf and with other extractors, over the pages in a FOLDER
	$(ENGINES)/bin/python tests/engines/bench.py $(FOLDER)

$(ENGINES)/bench-requirements: $(ENGINES)/requirements tests/bench/requirements.txt
	$(ENGINES)/bin/python -m pip install --disable-pip-version-check --quiet --requirement tests/bench/requirements.txt
	@touch $@

bench-peers: $(VENV)/installed $(VENV)/bench-requirements ## Measure MB/s beside other extractors; needs NUTGRAF_DATA=FOLDER
	$(VENV_PYTHON) tests/bench/extractors.py

# ---- training

LABELLED := wcxb-dev news-dev
# How much a page of each set counts; `training/README.md` says why.
WEIGHT_wcxb-dev := 1
WEIGHT_news-dev := 10
FEATURES := $(LABELLED:%=target/training/%.jsonl)
# Texts of these pages by their renderers; of wcxb-dev three are of all articles, the others of a third or so.
TEXTS := $(addprefix wcxb-dev/,innertext seedlike inscriptis lynx resiliparse html2text text_nodes) \
	$(addprefix news-dev/,inscriptis resiliparse html2text text_nodes)
WEIGHT_text_wcxb-dev := 1
WEIGHT_text_news-dev := 1.5
$(foreach text,inscriptis lynx resiliparse,$(eval WEIGHT_text_wcxb-dev/$(text) := 0.4))
TEXT_FEATURES := $(TEXTS:%=target/training/texts/%.jsonl)

weights: .tools/training/installed $(FEATURES) $(TEXT_FEATURES) ## Make weights.rs, text_weights.rs and points.rs in src/label again; needs NUTGRAF_DATA=FOLDER
	FEATURES="$(FEATURES)" TEXT_FEATURES="$(TEXT_FEATURES)" bash training/fit.sh target/training pages
	cp target/training/{weights,text_weights,points}.rs src/label/

folds: .tools/training/installed $(FEATURES) $(TEXT_FEATURES) ## Read every labelled page and text with weights that saw no page of its site; needs NUTGRAF_DATA=FOLDER
	FEATURES="$(FEATURES)" TEXT_FEATURES="$(TEXT_FEATURES)" bash training/folds.sh "$(LABELLED)" "$(TEXTS)"

compare: $(VENV)/installed $(VENV)/eval-requirements ## Compare what extractors find on labelled pages, once `make folds` is done; needs NUTGRAF_DATA=FOLDER
	for set in $(LABELLED); do \
		$(VENV_PYTHON) tests/eval/compare.py "$$NUTGRAF_DATA/$$set" --by-type --outputs "nutgraf, by folds=target/training/$$set.found.jsonl" --without nutgraf; \
	done

$(VENV)/eval-requirements: $(VENV_PYTHON) tests/eval/requirements.txt
	$(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --requirement tests/eval/requirements.txt
	@touch $@

.PHONY: $(FEATURES) $(TEXT_FEATURES) target/release/examples/features

$(FEATURES): target/training/%.jsonl: target/release/examples/features
	mkdir -p $(@D)
	$(PYTHON) training/pages.py "$$NUTGRAF_DATA/$*" | $< | $(PYTHON) training/features.py "$$NUTGRAF_DATA/$*/gold.jsonl.gz" $(WEIGHT_$*) > $@

$(TEXT_FEATURES): target/training/texts/%.jsonl: target/release/examples/features .tools/training/installed
	mkdir -p $(@D)
	.tools/training/bin/python training/texts.py "$$NUTGRAF_DATA" $(*D) $(*F) | $< \
		| $(PYTHON) training/features.py "$$NUTGRAF_DATA/$(*D)/gold.jsonl.gz" $(or $(WEIGHT_text_$*),$(WEIGHT_text_$(*D))) > $@

target/release/examples/features:
	$(CARGO) build --release --locked --features internals --example features

.tools/training/installed: training/requirements.txt
	$(PYTHON) -m venv .tools/training
	.tools/training/bin/python -m pip install --disable-pip-version-check --quiet --requirement training/requirements.txt
	@touch $@

# ---- fuzzing

# The flags that libFuzzer needs are not stable; `RUSTC_BOOTSTRAP` lets the toolchain that is here take them.
fuzz: $(CARGO_FUZZ) ## Fuzz every target for SECONDS_EACH (60), from the pages and dumps of the tests
	for target in from_text from_html html_oracle split c_api; do \
		mkdir -p tests/fuzz/corpus/$$target; \
		RUSTC_BOOTSTRAP=1 PATH="$(CURDIR)/.tools/bin:$$PATH" $(CARGO) fuzz run --fuzz-dir tests/fuzz $$target \
			tests/fuzz/corpus/$$target tests/html/pages tests/exports/* -- -max_total_time=$(SECONDS_EACH) -max_len=4096; \
	done

# ---- set-up

tools: tools-apt $(CARGO_DENY) $(CARGO_C) $(KOFFI) ## Install what is missing of the tools that tests and lints need

java: ## Install what the engines need beside Python: Java 17 and libmagic
	@$(MAKE) --no-print-directory tools-apt ENGINES_TOO=yes

# Packages of Debian whose commands or modules are not there.
tools-apt:
	@missing=(); \
	if [ -n "$(ENGINES_TOO)" ]; then \
		command -v java >/dev/null || missing+=(openjdk-17-jre-headless); \
		ldconfig -p | grep -q libmagic.so.1 || missing+=(libmagic1); \
	fi; \
	command -v valgrind >/dev/null || missing+=(valgrind libc6-dbg); \
	command -v c++ >/dev/null || missing+=(g++); \
	command -v chromium >/dev/null || missing+=(chromium); \
	command -v pkg-config >/dev/null || missing+=(pkg-config); \
	command -v cmake >/dev/null || missing+=(cmake); \
	command -v meson >/dev/null || missing+=(meson); \
	command -v ninja >/dev/null || missing+=(ninja-build); \
	command -v abidiff >/dev/null || missing+=(abigail-tools); \
	command -v npm >/dev/null || missing+=(nodejs npm); \
	command -v javac >/dev/null || missing+=(default-jdk-headless); \
	[ -e /usr/share/java/jna.jar ] || missing+=(libjna-java); \
	command -v go >/dev/null || missing+=(golang-go); \
	command -v mcs >/dev/null || missing+=(mono-mcs mono-runtime); \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv); \
	if [ "$${#missing[@]}" -gt 0 ]; then \
		command -v apt-get >/dev/null || { echo "install $${missing[*]} by hand: there is no apt-get here" >&2; exit 1; }; \
		sudo=(); [ "$$(id -u)" -eq 0 ] || sudo=(sudo); \
		"$${sudo[@]}" apt-get update; \
		"$${sudo[@]}" apt-get install --yes --no-install-recommends "$${missing[@]}"; \
	fi

# Unoptimised it is built in half the time and checks in a second.
$(CARGO_DENY):
	$(CARGO) install --locked --debug --root .tools cargo-deny@$(CARGO_DENY_VERSION)

# One of its four commands, and without debug information: half the time.
$(CARGO_C):
	CARGO_PROFILE_DEV_DEBUG=0 $(CARGO) install --locked --debug --root .tools --bin cargo-cinstall cargo-c@$(CARGO_C_VERSION)

# For the example in JavaScript. npm trusts authorities of its own; those of the system count as well.
$(KOFFI): export NODE_EXTRA_CA_CERTS ?= $(wildcard /etc/ssl/certs/ca-certificates.crt)
$(KOFFI):
	npm install --prefix .tools/node --no-audit --no-fund koffi@$(KOFFI_VERSION)

$(CARGO_FUZZ):
	$(CARGO) install --locked --debug --root .tools cargo-fuzz@$(CARGO_FUZZ_VERSION)

# The pip that comes with some Pythons stops at requirements whose extras are written in two ways (`lxml[html_clean]`).
$(VENV_PYTHON):
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) tools-apt
	$(PYTHON) -m venv $(VENV)
	$(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --upgrade pip

$(VENV)/installed: $(VENV_PYTHON) $(WHEEL_SOURCES)
	rm -f dist/nutgraf-*.whl
	MATURIN_PEP517_ARGS=--locked $(VENV_PYTHON) -m pip wheel --disable-pip-version-check --quiet --no-deps --wheel-dir dist .
	$(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --force-reinstall --no-deps dist/nutgraf-*.whl
	@touch $@

$(VENV)/requirements: $(VENV_PYTHON) requirements-dev.txt
	$(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --requirement requirements-dev.txt
	@touch $@

$(VENV)/bench-requirements: $(VENV_PYTHON) tests/bench/requirements.txt
	$(VENV_PYTHON) -m pip install --disable-pip-version-check --quiet --requirement tests/bench/requirements.txt
	@touch $@

clean: ## Remove what was built and installed here
	rm -rf target tests/bench/extractors/target $(VENV) $(ENGINES) .tools dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find python -name '*.so' -delete 2>/dev/null || true
