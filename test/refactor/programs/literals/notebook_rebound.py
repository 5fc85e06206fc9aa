RATE = 2
LIMITS = [1, 5]


def scaled(x):
    low, high = LIMITS
    return max(low, min(high * RATE, x * RATE)) + 10


print(scaled(1))
# %%
RATE = 5
LIMITS.append(3)
LIMITS.pop(0)
print(scaled(1), scaled(50))
