"""Every page and dialog of both desks, opened on the sample province as a user opens it.

A scene is what pictures are taken of, and what is walked for names, focus and cut-off words. A
dialog or page that is new gets its scene in the module of its subject: ``test_accessible`` counts them.
"""

from tests.ui.scenes import (
    before,
    charts,
    closing,
    damage,
    deadlines,
    deciding,
    editions,
    figures,
    filling,
    form,
    founding,
    handing_in,
    keys,
    office,
    on_behalf,
    rekeying,
    reports,
    reviewing,
    rounds,
    updating,
)
from tests.ui.scenes.register import SCENES, Scene

__all__ = [
    "SCENES",
    "Scene",
    "before",
    "charts",
    "closing",
    "damage",
    "deadlines",
    "deciding",
    "editions",
    "figures",
    "filling",
    "form",
    "founding",
    "handing_in",
    "keys",
    "office",
    "on_behalf",
    "rekeying",
    "reports",
    "reviewing",
    "rounds",
    "updating",
]
