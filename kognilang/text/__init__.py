"""What was written: bytes become a source, a source an outline, its lines sentences.

source, faults = reading.read_source(path)
entries, faults = outline.outline(source)
for entry in entries:
    for sentence in sentences.split(source, entry.lines):
        sentence.text, sentence.place()
"""
