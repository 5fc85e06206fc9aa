import pandas as pd

seen = 0


def count(frame):
    global seen
    seen += len(frame)
    return frame


parts = [count(part) for part in pd.read_csv("sales.csv", chunksize=50)]
whole = pd.concat(parts)
print("seen", seen, "whole", len(whole))
mean = whole["sold"].mean()
print(f"mean {mean:.3f}")
