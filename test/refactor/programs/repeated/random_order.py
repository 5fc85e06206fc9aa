import random

random.seed(4)
deck = list(range(20))
random.shuffle(deck)
hand = sorted(deck[:5])
points = sum(hand)
best = max(hand)
print("one", hand, points)
wins = points > 40
other = list(range(30))
random.shuffle(other)
cards = sorted(other[:7])
score = sum(cards)
top = max(cards)
print("two", cards, score)
print(wins, best, top, random.random())
