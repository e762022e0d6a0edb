#!/bin/sh
# Runs a script with a Python of 3.11 or newer that can make a virtual environment.
usable() {
    [ -n "$1" ] && command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import ensurepip, sys, venv; ensurepip.version(); sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

run_with_usable_python() {
    for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
        if usable "$candidate"; then
            exec "$candidate" "$@"
        fi
    done
}

run_with_usable_python "$@"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing python3-venv with apt-get ..." >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >&2
    run_with_usable_python "$@"
fi
echo "Python 3.11 or newer with venv is missing; mend it with: sudo apt-get install python3 python3-venv" >&2
exit 1
