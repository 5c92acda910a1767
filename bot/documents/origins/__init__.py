"""Who issued a text, and what kind of text it is."""
