"""What sentences talk about: kinds, numbers, money, calendars, records, tables."""
