# Copydesk: what people and CI run. `make help` lists it.

SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib
COPYDESK := .build/release/copydesk
# Real articles and other tools' cases stand beside a checkout, never inside it.
SHARED ?= ../shared
DEBIAN_PACKAGES := libicu-dev libmd4c-dev libyaml-dev pkg-config

.PHONY: help setup build demo test format accuracy speed conformance reports clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## Install the C libraries that are missing (Debian and its kin)
	@./.ci/setup $(DEBIAN_PACKAGES)

build: setup ## Build the release binary
	$(RELEASE) --product copydesk

demo: build ## Build, then lint an example article with its glossary and without one
	$(COPYDESK) lint --exit-zero --config Tests/Corpus/demo.yml Tests/Corpus/mega-prison.en.txt
	@echo
	@echo "The same article without any glossary:"
	$(COPYDESK) lint --exit-zero --no-config --language en-US --source-language es Tests/Corpus/mega-prison.en.txt

test: setup ## Check the format, build and run all tests
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Sources
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel
	.build/debug/copydesk glossary check glossaries
	.build/debug/copydesk glossary format --check glossaries

format: ## Format the Swift code and the glossaries
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Sources
	$(COPYDESK) glossary format glossaries

accuracy: build ## Measure recall and false alarms on the articles in $(SHARED) into reports/accuracy.md
	$(SWIFT) run -c release --package-path Benchmarks measure accuracy --copydesk $(COPYDESK) --data $(SHARED)/data --output reports/accuracy.md

speed: build ## Measure start-up, throughput and memory beside other tools into reports/speed.md
	$(SWIFT) run -c release --package-path Benchmarks measure speed --copydesk $(COPYDESK) --data $(SHARED)/data --output reports/speed.md

conformance: build ## Run other tools' test cases from $(SHARED)
	$(SWIFT) run -c release --package-path Benchmarks measure conformance --copydesk $(COPYDESK) --data $(SHARED)/conformance

reports: build ## Write the reports on the example articles
	COPYDESK_RECORD=1 $(SWIFT) test --disable-xctest --filter ExampleReport

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build
