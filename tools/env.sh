# What every script here starts with: the checkout's root, and Node 22 with its npm on the PATH.
# To be sourced.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$ROOT/build
mkdir -p "$BUILD/bin" "$BUILD/stamps"
export PATH=$BUILD/bin:$PATH

say() {
  if [ -t 1 ]; then printf '\033[1m== %s\033[0m\n' "$*"; else printf '== %s\n' "$*"; fi
}

# Seconds since the script began, as 1m05s.
elapsed() { printf '%dm%02ds' $((SECONDS / 60)) $((SECONDS % 60)); }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
