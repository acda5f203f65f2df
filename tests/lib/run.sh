# What the runners of this folder share: packages, Node's test runner, and the sum of its results.
# To be sourced; needs TESTS=the tests folder.

. "$TESTS/../tools/env.sh"
NODE=$("$ROOT/tools/bluesky-network/find-node" 2>/dev/null) || { "$ROOT/tools/install" test && NODE=$("$ROOT/tools/bluesky-network/find-node"); }
passed=0
failed=0

prepare() {
  "$ROOT/tools/bluesky-network/install"
  if ! cmp -s "$TESTS/package-lock.json" "$TESTS/node_modules/.installed-lock"; then
    say "Installing what the browser tests need"
    (cd "$TESTS" && PATH=$(dirname "$NODE"):$PATH "$NODE" "$(readlink -f "$(command -v npm)")" ci --silent)
    cp "$TESTS/package-lock.json" "$TESTS/node_modules/.installed-lock"
  fi
  export RAPPORT_BINARY=${RAPPORT_BINARY:-$ROOT/build/rapport}
  if [ ! -x "$RAPPORT_BINARY" ]; then
    echo "There is no $RAPPORT_BINARY: make build first, or set RAPPORT_BINARY." >&2
    finish 1
  fi
}

# Runs test files, each in a process of its own and AT_ONCE of them at a time (1), and counts.
run_files() {
  local out status
  out=$(mktemp)
  "$NODE" --test --test-concurrency="${AT_ONCE:-1}" --test-reporter=spec "$@" 2>&1 | tee "$out"
  status=${PIPESTATUS[0]}
  add "$(sed -n 's/^ℹ pass //p' "$out")" "$(sed -n 's/^ℹ \(fail\|cancelled\) //p' "$out" | paste -sd+)" "$status"
  rm -f "$out"
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
