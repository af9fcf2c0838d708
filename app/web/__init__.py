"""The house: pages, languages, headers, errors and the look. Knows no room; every room may use it."""
