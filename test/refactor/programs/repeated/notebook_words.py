first = "the cat and the hat"
second = "a dog, a log and a frog"
# %%
counts = {}
for word in first.split():
    word = word.strip(",")
    if len(word) > 1:
        counts[word] = counts.get(word, 0) + 1
ranked = sorted(counts, key=lambda word: (-counts[word], word))
top = ranked[:2]
print(top, "of the first")
# %%
numbers = {}
for word in second.split():
    word = word.strip(",")
    if len(word) > 2:
        numbers[word] = numbers.get(word, 0) + 1
order = sorted(numbers, key=lambda word: (-numbers[word], word))
best = order[:3]
print(best, "of the second")
# %%
counts
