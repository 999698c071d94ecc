#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# environment.sh run|dev: makes sure that .venv is whole and up to date. Quick when it is; else scripts/environment.py builds it.
set -eu
kind=$1
cd "$(dirname "$0")/.."

# A stamp names the files it was built from and the folder it stands in (a moved .venv points to its old place).
digest() { { pwd; cat pyproject.toml scripts/environment.py "$1"; } | cksum | tr -d ' \n'; }
run=$(digest requirements.lock)
dev=$(digest requirements-dev.lock)

is_whole() {
  [ ! -e .venv/.building ] || return 1
  stamped=$(cat ".venv/.stamp-$1" 2>/dev/null) || return 1
  [ "$stamped" = "$2" ] && .venv/bin/python -c 'import django' 2>/dev/null
}

if [ "$kind" = run ] && is_whole run "$run"; then exit 0; fi
if is_whole dev "$dev"; then exit 0; fi

fits='import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'
python=
bare=
for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14 python; do
  "$name" -c "$fits" 2>/dev/null || continue
  if "$name" -c 'import ensurepip, venv, sqlite3, ssl' 2>/dev/null; then python=$name; break; fi
  bare=$name
done

if [ -z "$python" ] && [ -n "$bare" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Python's venv module is missing: installing Debian's python3-venv ..."
  export DEBIAN_FRONTEND=noninteractive
  said=$( { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv; } 2>&1 </dev/null ) || echo "$said" >&2
  if "$bare" -c 'import ensurepip, venv' 2>/dev/null; then python=$bare; fi
fi
if [ -z "$python" ]; then
  if [ -n "$bare" ]; then
    echo "Found $bare, but it cannot make environments (venv, ensurepip, sqlite3 or ssl is missing)." >&2
    echo "On Debian and Ubuntu: apt-get install python3-venv    Then run the same command again." >&2
  else
    echo "Pristan needs Python 3.11, 3.12, 3.13 or 3.14; none was found on the PATH." >&2
    echo "On Debian and Ubuntu: apt-get install python3 python3-venv    On Fedora: dnf install python3" >&2
    echo "On macOS: brew install python    If it stands elsewhere: make $kind PYTHON=/path/to/python3" >&2
  fi
  exit 1
fi
exec "$python" scripts/environment.py "$kind" "$run" "$dev"
