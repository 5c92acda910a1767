"""From the bytes of a file to its text; what holds more than text is opened in a process of its own."""
