def gathered(rows):
    """Rows and more."""
    found = []
    counts = {"all": 0}
    seen = {0}
    for row in rows:
        if row not in seen:
            found.append(row)
            counts["all"] += 1
            seen.add(row)
        parts = [1]
        parts.append(row)
    pairs = [(row, [0]) for row in rows]
    return found, counts, seen, parts, pairs


print(gathered([1, 2, 2]), gathered([3]), gathered([0]))
