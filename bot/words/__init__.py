"""How the campaign speaks: kept things become messages in a language."""
