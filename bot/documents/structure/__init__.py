"""What a text is made of: title, headings, captions, footnotes, notes of editors, parts, and what a page left in it."""
