"""Pages: what fills the frame."""
