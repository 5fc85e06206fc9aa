def one(x): return x + 1
def two(
    x,
    y=2,  # the second
):
    return x * y + 30
def three(x, *, flag: bool = False, **more): return [x, 4, flag, more]
async def four(*values): return {"a": 1, "n": len(values)}


import asyncio

print(one(1), two(1), three(1, extra=2), asyncio.run(four(1, 2)))
