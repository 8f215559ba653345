"""What happened: schema, store, hash chain."""
