"""What a text asks for: demands, slogans and calls to act."""
