"""Spreadsheets and documents in and out, on the types of core."""
