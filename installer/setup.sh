#!/bin/sh
# Sets a fresh Debian or Ubuntu up for `make demo` and `make test`: system packages, the virtual
# environment, the locked Python packages. Safe to run again: what is there is left alone, and where
# nothing is to be done it ends at once. PYTHON names another interpreter than python3.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
stamp=.venv/.ready

# the libraries that Qt's wheels expect of the system, a font with Vietnamese; for the tests openssl, zip, a token in
# software (SoftHSM), and LibreOffice without windows, which fills in the Excel form and reads the letters as people do;
# name|name: the same library is called differently in different releases
packages="openssl softhsm2 zip unzip poppler-utils libreoffice-calc-nogui libreoffice-writer-nogui fonts-noto-core libegl1 libgl1 libglib2.0-0t64|libglib2.0-0 libdbus-1-3 libfontconfig1
 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"

say() {
    echo "setup: $*" >&2
}

# What the environment was made from: the lock, this script, the place (scripts and paths name it), Python.
fingerprint() {
    { cat requirements.lock tests/outsider/requirements.lock installer/setup.sh; pwd; .venv/bin/python -V; } | sha256sum
}

python_ready() {
    [ -x .venv/bin/python ] && [ -x .venv/bin/reformdesk ] && [ "$(cat $stamp 2>/dev/null)" = "$(fingerprint)" ]
}

# Prints those of the given packages that the system lacks.
missing_packages() {
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | tr '\n' ' ') "
    for wanted in "$@"; do
        present=no
        for name in $(echo "$wanted" | tr '|' ' '); do
            case "$installed" in *" $name "*) present=yes ;; esac
        done
        [ "$present" = yes ] || printf ' %s' "$wanted"
    done
}

# Prints, for each name|name, the first that this release has.
available_packages() {
    for wanted in "$@"; do
        chosen=${wanted##*|}
        for name in $(echo "$wanted" | tr '|' ' '); do
            if apt-cache show "$name" >/dev/null 2>&1; then
                chosen=$name
                break
            fi
        done
        printf ' %s' "$chosen"
    done
}

# Lacking system packages do not stop the set-up: it says so, and what does not need them works.
install_system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    if [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip' 2>/dev/null; then
        packages="python3-venv $packages"
    fi
    missing=$(missing_packages $packages)
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" -eq 0 ]; then
        as_root=""
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        say "these system packages are missing, and only an administrator can install them:$(available_packages $missing)"
        say "run: sudo apt-get install --no-install-recommends$(available_packages $missing)"
        return 0
    fi
    # a third party's broken repository need not concern the packages wanted here
    $as_root apt-get -qq update || say "apt-get update reported errors; going on"
    missing=$(available_packages $missing)
    say "installing system packages:$missing"
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null; then
        say "these system packages could not be installed:$missing"
        say "run: ${as_root:+sudo }apt-get install --no-install-recommends$missing"
    fi
}

# Debian's python3 comes without ensurepip; without an administrator another pip or uv may be there.
make_environment() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        say "ReformDesk needs Python 3.11 or later, and $python is not. Set PYTHON to one that is."
        exit 1
    }
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    rm -rf .venv
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv .venv
    elif "$python" -m pip --version >/dev/null 2>&1 || command -v uv >/dev/null 2>&1; then
        "$python" -m venv --without-pip .venv
    else
        say "$python can make no virtual environment. Run: sudo apt-get install python3-venv"
        exit 1
    fi
}

install_python_packages() {
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        set -- .venv/bin/python -m pip install
    elif "$python" -m pip --version >/dev/null 2>&1; then
        set -- "$python" -m pip --python .venv/bin/python install
    else
        set -- uv pip install --python .venv/bin/python
    fi
    # what reads our exports as others do stays apart: pandas would be loaded wherever a workspace is opened
    rm -rf .venv/outsider
    "$@" --quiet --require-hashes -r requirements.lock &&
        "$@" --quiet --require-hashes --target .venv/outsider -r tests/outsider/requirements.lock || {
        say "the Python packages could not be installed. Is there a network? Then run make setup again."
        exit 1
    }
}

# The package itself: a path file and a launcher, so that nothing is built and nothing unpinned comes in.
install_launcher() {
    site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd >"$site/reformdesk.pth"
    # -P: a file in the user's folder must not pass for a module
    cat >.venv/bin/reformdesk <<'LAUNCHER'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m reformdesk "$@"
LAUNCHER
    chmod +x .venv/bin/reformdesk
}

install_system_packages
python_ready && exit 0
rm -f $stamp
make_environment
say "installing the locked Python packages into .venv"
PIP_DISABLE_PIP_VERSION_CHECK=1 install_python_packages
install_launcher
fingerprint >$stamp
