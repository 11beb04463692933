"""Exchange files: bytes to typed objects and back. No store, no clock."""
