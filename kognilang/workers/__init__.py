"""The port to the durable engine, and its adapters."""
