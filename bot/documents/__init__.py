"""How a text is read: pure functions from text to structure."""
