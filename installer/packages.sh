#!/bin/sh
# Installs what `make installer` and `make try-installer` need on Debian beyond `make setup`. Safe to run again.
# gcc-mingw builds two libraries for the tried Wine alone; they are no part of the package.
set -eu

packages="wine wine64 nsis osslsigncode gcc-mingw-w64-x86-64-win32"

missing=""
for name in $packages; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "installer: these packages are missing: run: sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
# a third party's broken repository need not concern the packages wanted here
$as_root apt-get -qq update || echo "installer: apt-get update reported errors; going on" >&2
echo "installer: installing$missing" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null
