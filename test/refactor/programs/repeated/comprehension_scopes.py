prices = {"a": 3, "b": 5}
weights = {"c": 4, "d": 6}

total = sum(value for value in prices.values())
shares = {key: value / total for key, value in prices.items()}
largest = max(shares, key=lambda key: shares[key])
ranked = sorted(shares.items(), key=lambda item: -item[1])
names = [name for name, _ in ranked]
print("prices", largest, names, total)

weight = sum(value for value in weights.values())
parts = {key: value / weight for key, value in weights.items()}
heaviest = max(parts, key=lambda key: parts[key])
order = sorted(parts.items(), key=lambda item: -item[1])
labels = [name for name, _ in order]
print("weights", heaviest, labels, weight)

print(shares, parts)
