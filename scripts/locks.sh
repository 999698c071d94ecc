#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Pin every dependency with hashes and without a single address, so that any mirror will do.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null || { echo "uv is needed for this (pip install uv); nobody else needs it." >&2; exit 1; }
compile() {
  uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
    --python-version 3.11 --extra postgres "$@" pyproject.toml
}
compile -o requirements.lock
compile --group dev -o requirements-dev.lock
echo "requirements.lock and requirements-dev.lock are pinned anew: run make test, then commit both."
