"""The operators' verbs, one a module: `prepare` declares the options, `run` does it and gives the exit code."""
