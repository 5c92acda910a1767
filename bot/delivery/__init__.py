"""What happens unasked: digests become rows, rows become messages."""
