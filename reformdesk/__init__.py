"""ReformDesk: administrative reform reporting, from the agency's form to the province's report."""

__version__ = "0.1.0"
