board = [[0] * 5 for _ in range(5)]
blocked = {(1, 1), (2, 3), (4, 0)}
steps = 0
path = []
row = column = 0
while row < 4 or column < 4:
    moved = False
    for down, right in ((1, 0), (0, 1)):
        new_row = row + down
        new_column = column + right
        if new_row > 4 or new_column > 4:
            continue
        if (new_row, new_column) in blocked:
            continue
        row, column = new_row, new_column
        moved = True
        break
    if not moved:
        break
    steps += 1
    board[row][column] = steps
    path.append((row, column))
print(steps, path[-1])
for line in board:
    text = " ".join(f"{cell:2d}" for cell in line)
    print(text)
longest = 0
current = 0
for cell in board[4]:
    if cell:
        current += 1
        longest = max(longest, current)
    else:
        current = 0
print(longest)
primes = []
for candidate in range(2, 30):
    for prime in primes:
        if candidate % prime == 0:
            break
    else:
        primes.append(candidate)
print(primes)
