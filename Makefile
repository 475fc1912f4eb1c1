# Copydesk: what people and CI run. `make help` lists it.

SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib
COPYDESK := .build/release/copydesk
EXAMPLE := Tests/Corpus/mega-prison.en.txt
# Real articles and other tools' cases stand beside a checkout, never inside it.
SHARED ?= ../shared
DEBIAN_PACKAGES := libexpat1-dev libicu-dev libmd4c-dev libyaml-dev pkg-config

.PHONY: help setup build demo test format accuracy speed mining conformance reports images clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## Install the C libraries that are missing (Debian and its kin)
	@./.ci/setup $(DEBIAN_PACKAGES)

build: setup ## Build the release binary
	$(RELEASE) --product copydesk

demo: build ## Build, then lint an example article with the desk's glossary and without any
	$(COPYDESK) lint --exit-zero --format full $(EXAMPLE)
	@printf '\nThe same article without the glossary:\n\n'
	$(COPYDESK) lint --exit-zero --format full --no-config --source-language es $(EXAMPLE)

test: setup ## Check the format, build and run all tests
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Sources
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel
	.build/debug/copydesk glossary check glossaries
	.build/debug/copydesk glossary test glossaries
	.build/debug/copydesk glossary format --check glossaries

format: ## Format the Swift code and the glossaries
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Sources
	$(COPYDESK) glossary format glossaries

accuracy: build ## Measure recall and false alarms on the articles in $(SHARED) into reports/accuracy.md
	$(SWIFT) run -c release --package-path Benchmarks measure accuracy --copydesk $(COPYDESK) --data $(SHARED)/data --conformance $(SHARED)/conformance --output reports/accuracy.md

speed: build ## Measure start-up, throughput and memory beside other tools into reports/speed.md
	$(SWIFT) run -c release --package-path Benchmarks measure speed --copydesk $(COPYDESK) --data $(SHARED)/data --output reports/speed.md

mining: build ## Measure what an editor would keep of mined proposals into reports/mining.md
	$(SWIFT) run -c release --package-path Benchmarks measure mining --copydesk $(COPYDESK) --data $(SHARED)/data --output reports/mining.md

conformance: build ## Run other tools' test cases from $(SHARED)
	$(SWIFT) run -c release --package-path Benchmarks measure conformance --copydesk $(COPYDESK) --data $(SHARED)/conformance

reports: build ## Write the reports on the example article into reports/
	$(COPYDESK) lint --exit-zero --quiet --color never --format full=reports/mega-prison.txt \
	  --format json=reports/mega-prison.json --format concise=reports/mega-prison.concise.txt $(EXAMPLE)

images: ## Compile the shipped glossaries into the block that the program carries
	COPYDESK_RECORD=1 $(SWIFT) test --disable-xctest --filter "ShippedGlossaryTests|RegionNamesTests"

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build
