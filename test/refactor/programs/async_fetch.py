import asyncio
import json


async def read(path):
    await asyncio.sleep(0)
    with open(path) as handle:
        return json.load(handle)


async def collect():
    events, again = await asyncio.gather(read("events.json"), read("events.json"))
    return len(events) + len(again)


count = asyncio.run(collect())
print("events:", count)
half = count // 2
print("half:", half)
