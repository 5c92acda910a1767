"""What people may ask: one function a command, and the table that lists them."""
