"""What the campaign keeps: tables, and the rules and queries of each noun together."""
