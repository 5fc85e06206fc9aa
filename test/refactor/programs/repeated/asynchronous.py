import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(0)
    return f"{name} {seconds}"


async def first(log):
    log.append("start")
    text = await fetch("a", 1)
    words = text.split()
    log.append(words[0])
    size = len(text)
    log.append(size)
    return size


async def second(lines):
    lines.append("start")
    text = await fetch("b", 20)
    words = text.split()
    lines.append(words[0])
    size = len(text)
    lines.append(size)
    return size


async def main():
    log = []
    sizes = await asyncio.gather(first(log), second(log))
    print(sizes, log)


asyncio.run(main())
