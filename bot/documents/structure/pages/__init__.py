"""What a web page or a messenger leaves in a text that was copied from it."""
