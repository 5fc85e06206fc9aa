def read_blocks(lines, size):
    block = []
    for line in lines:
        cleaned = line.strip()
        if not cleaned:
            continue
        block.append(cleaned)
        if len(block) == size:
            yield block
            block = []
    if block:
        yield block


def running_mean(values):
    total = 0
    count = 0
    for value in values:
        total += value
        count += 1
        mean = total / count
        yield mean
    return count


def report(values):
    steps = []
    count = yield from running_mean(values)
    steps.append(count)
    yield f"{count} values"
    label = "steps"
    yield label, steps


lines = [" a ", "", "b", "c ", "d"]
blocks = list(read_blocks(lines, 2))
print(blocks)
means = list(report([1, 2, 3, 4]))
print(means)
generator = (block[0].upper() for block in blocks)
first = next(generator)
rest = list(generator)
print(first, rest)
squares = {number: number**2 for number in range(5) if number % 2}
print(squares)
