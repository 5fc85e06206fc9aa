from collections import Counter, defaultdict

text = """the ship left the harbour
and the sea was calm
the crew was not"""

lines = text.splitlines()
words = []
for line in lines:
    for word in line.split():
        if word == "and":
            continue
        words.append(word.lower())
counts = Counter(words)
common = counts.most_common(3)
print(common)

by_length = defaultdict(list)
for word in sorted(set(words)):
    by_length[len(word)].append(word)
longest = max(by_length)
print(longest, by_length[longest])

position = 0
index = {}
while position < len(words):
    word = words[position]
    if word in index:
        index[word].append(position)
    else:
        index[word] = [position]
    position += 1
print({word: places for word, places in index.items() if len(places) > 1})
average = sum(map(len, words)) / len(words)
print(f"{average:.2f}")
