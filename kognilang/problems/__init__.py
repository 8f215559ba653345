"""How we say that something is wrong: problems as data, the catalogue, rendering."""
