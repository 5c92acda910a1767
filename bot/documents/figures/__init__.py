"""The figures a text reports: how many, of whom or what, said by whom, as of when."""
