"""Builds the Windows package on Debian and tries it under Wine: ``make installer``, ``make try-installer``."""
