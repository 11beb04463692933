"""Runs in the package before the program: what would fetch from a network is not there, and says so.

pyHanko loads its HTTP clients, for time stamps and for certificates, wherever it signs or verifies, and with them an
HTTP library, TLS and OpenSSL. The program asks no server for anything, so all that stays out of the package.
"""

import sys
from types import ModuleType

CLIENTS = {
    "pyhanko.sign.timestamps.aiohttp_client": "HTTPTimeStamper",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers": "AIOHttpFetcherBackend",
}
"""The modules that fetch, and what others want of each."""


class Offline:
    """Stands where pyHanko has a client."""

    def __init__(self, *_: object, **__: object) -> None:
        raise NotImplementedError("this package fetches nothing from a network")


def install() -> None:
    """Put the stand-ins where pyHanko looks for its clients."""
    for module, name in CLIENTS.items():
        stand_in = ModuleType(module)
        vars(stand_in)[name] = Offline
        sys.modules[module] = stand_in


install()
