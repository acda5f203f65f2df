# The few commands of the house. `make` alone says what they are.

.DEFAULT_GOAL := help
.PHONY: help run build test kill-test listen-kill-test dev check fix bench eval clean

help:
	@echo "make run        install what is missing, build, and open the demo on http://localhost:8080"
	@echo "make build      the release binary at build/rapport, with the web app inside"
	@echo "make test       every test: C++ under sanitizers, web, browser, faults, threads, fuzzers"
	@echo "make kill-test  200 kills around deliveries, counted on a real network"
	@echo "make listen-kill-test  25 kills while 100,000 posts are streamed, each of ours counted"
	@echo "make dev        demo server and web app, both rebuilt as you edit"
	@echo "make check      what can be said in a minute: layout, arrows, lint, types, unit tests"
	@echo "make fix        let clang-format and Biome put the layout right"
	@echo "make bench      speed, memory, start-up; also in build/bench.json"
	@echo "make eval       quality of what the engine understands; also in build/eval.json"

run:
	@tools/run

build:
	@tools/build-release

test:
	@tools/test

kill-test: build
	@tests/faults/run kill --kills 200

listen-kill-test: build
	@tests/faults/run listen

dev:
	@tools/dev

check:
	@tools/check

fix:
	@tools/fix

# ONLY=size or ONLY=browser runs one of them.
bench:
	@tools/bench/run $(ONLY)

eval:
	@tools/eval/run

clean:
	rm -rf build/dev build/tsan build/release build/fuzz build/rapport web/dist
