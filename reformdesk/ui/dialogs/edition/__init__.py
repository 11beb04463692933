"""The dialogs of the page on which an edition is drawn."""
