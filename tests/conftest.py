"""What all tests share."""

from __future__ import annotations

import os

# before Qt is imported anywhere: no test needs a screen
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# a machine's own language must not decide what a test reads
os.environ["LC_ALL"] = "C.UTF-8"
