"""Headless: values, rules, workspace, exchange of files, consolidation. Nothing below here knows Qt."""
