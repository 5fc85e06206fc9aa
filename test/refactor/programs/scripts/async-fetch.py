import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    size = len(name) * 10
    return name, size


async def collect(names):
    tasks = []
    for position, name in enumerate(names):
        delay = 0.001 * (len(names) - position)
        task = asyncio.create_task(fetch(name, delay))
        tasks.append(task)
    results = {}
    for task in tasks:
        name, size = await task
        results[name] = size
    total = sum(results.values())
    return results, total


async def numbers(limit):
    for number in range(limit):
        await asyncio.sleep(0)
        doubled = number * 2
        yield doubled


async def main():
    results, total = await collect(["a", "bb", "ccc"])
    print(results, total)
    seen = []
    async for number in numbers(4):
        if number == 2:
            continue
        seen.append(number)
    lock = asyncio.Lock()
    async with lock:
        seen.append(await fetch("locked", 0))
    squares = [value async for value in numbers(3)]
    print(seen, squares)
    return len(seen)


count = asyncio.run(main())
print(count)
