"""What was written: sources and spans, outlines, sentences."""
