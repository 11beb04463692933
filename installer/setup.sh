#!/bin/sh
# Sets a fresh Debian or Ubuntu up for `make demo` and `make test`: system packages, the virtual
# environment, the locked Python packages. Safe to run again; says what it could not do.
set -eu
cd "$(dirname "$0")/.."

# the libraries that Qt's wheels expect of the system, a font with Vietnamese, openssl for the tests
packages="python3-venv openssl fonts-noto-core libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1
 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $packages; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        as_root="sudo -n"
        sudo -n true 2>/dev/null || as_root="none"
    fi
    if [ "$as_root" = none ]; then
        echo "These system packages are missing and could not be installed without root:$missing" >&2
        echo "Run: sudo apt-get install --no-install-recommends$missing" >&2
    else
        echo "Installing system packages:$missing"
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --no-install-recommends --yes $missing >/dev/null
    fi
fi

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { echo "ReformDesk needs Python 3.11 or later; $python is older. Set PYTHON to a newer one." >&2; exit 1; }
if [ ! -x .venv/bin/pip ]; then
    rm -rf .venv
    "$python" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock

# the package itself: a path file and a launcher, so that nothing is built and nothing unpinned comes in
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd >"$site/reformdesk.pth"
cat >.venv/bin/reformdesk <<'EOF'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -m reformdesk "$@"
EOF
chmod +x .venv/bin/reformdesk
