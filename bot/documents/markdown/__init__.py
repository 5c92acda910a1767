"""Texts as Markdown: how a body is read, and how a plain text is written so that it reads back word for word."""
