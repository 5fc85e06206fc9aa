"""Two readings of the same sensor."""

morning = [20.5, 21.0, None, 22.5]
# Values that are missing are those before.
clean_morning = []
for value in morning:
    if value is None:
        value = clean_morning[-1]  # there always is one
    clean_morning.append(value)

# The mean of what is left.
mean_morning = sum(clean_morning) / len(clean_morning)
print("morning", mean_morning)

evening = [18.5, None, None, 17.5]
# Missing ones again.
clean_evening = []
for value in evening:
    if value is None:
        value = clean_evening[-1]
    clean_evening.append(value)

mean_evening = sum(clean_evening) / len(clean_evening)
print("evening", mean_evening)

# The end.
print(mean_morning - mean_evening)
