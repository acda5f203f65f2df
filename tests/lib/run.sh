# What the runners of this folder share: packages, Node's test runner, and the sum of its results.
# To be sourced; needs TESTS=the tests folder.

. "$TESTS/../tools/env.sh"
NODE=$("$ROOT/tools/bluesky-network/find-node" 2>/dev/null) || { "$ROOT/tools/install" test && NODE=$("$ROOT/tools/bluesky-network/find-node"); }
passed=0
failed=0

prepare() {
  # Two parts that start at once do not install over each other.
  exec 8>"$BUILD/prepare.lock"
  flock 8
  "$ROOT/tools/bluesky-network/install"
  if ! cmp -s "$TESTS/package-lock.json" "$TESTS/node_modules/.installed-lock"; then
    say "Installing what the browser tests need"
    (cd "$TESTS" && PATH=$(dirname "$NODE"):$PATH "$NODE" "$(readlink -f "$(command -v npm)")" ci --silent)
    cp "$TESTS/package-lock.json" "$TESTS/node_modules/.installed-lock"
  fi
  exec 8>&-
  export RAPPORT_BINARY=${RAPPORT_BINARY:-$ROOT/build/rapport}
  if [ ! -x "$RAPPORT_BINARY" ]; then
    echo "There is no $RAPPORT_BINARY: make build first, or set RAPPORT_BINARY." >&2
    finish 1
  fi
}

# Runs test files, each in a process of its own and AT_ONCE of them at a time (1), and counts.
#
# With SECOND_GO=1, up to three files that fail are run once more, alone: what a browser does on a busy
# machine is not always in our hand. A file that passes then counts as passed, and is named in a line
# "second go: FILE" that stays to the end of the log: it is to be looked into, not to be lived with.
run_files() {
  local first again bad file status
  first=$(mktemp)
  run_once "$first" "$@"
  status=$?
  bad=$(awk -F'\t' '$2 > 0 { print $3 }' "$first")
  if [ "${SECOND_GO:-}" = 1 ] && [ -n "$bad" ] && [ "$(wc -l <<<"$bad")" -le 3 ]; then
    status=0
    while read -r file; do
      say "A second go: $(basename "$file")"
      again=$(mktemp)
      # Its counts take the place of the first ones, if it came to an end.
      if AT_ONCE=1 run_once "$again" "$file" </dev/null; then
        echo "second go: $(basename "$file")"
      else
        status=1
      fi
      if [ -s "$again" ]; then
        awk -F'\t' -v file="$file" '$3 != file' "$first" >>"$again"
        mv "$again" "$first"
      fi
      rm -f "$again"
    done <<<"$bad"
  fi
  add "$(awk -F'\t' '{ sum += $1 } END { print sum + 0 }' "$first")" \
    "$(awk -F'\t' '{ sum += $2 } END { print sum + 0 }' "$first")" "$status"
  rm -f "$first"
}

# Writes a line "passed<TAB>failed<TAB>file" a test file to $1.
run_once() {
  local counts=$1
  shift
  "$NODE" --test --test-concurrency="${AT_ONCE:-1}" --test-reporter=spec \
    --test-reporter-destination=stdout --test-reporter="$TESTS/lib/by-file.mjs" \
    --test-reporter-destination="$counts" "$@" 2>&1
}

# Runs a program that ends with a line "N passed, N failed", and counts.
run_program() {
  local out status
  out=$(mktemp)
  "$NODE" "$@" 2>&1 | tee "$out"
  status=${PIPESTATUS[0]}
  add "$(sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p' "$out" | tail -1)" \
    "$(sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p' "$out" | tail -1)" "$status"
  rm -f "$out"
}

# A program that ends badly is a failure even if it counted none.
add() {
  local good=$((${1:-0})) bad=$((${2:-0}))
  [ "$3" = 0 ] || [ $bad -gt 0 ] || bad=1
  passed=$((passed + good))
  failed=$((failed + bad))
}

finish() {
  failed=$((failed + ${1:-0}))
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
  exit
}
