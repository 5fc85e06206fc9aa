def draw(points, **options):
    line = dict(width=2, style="solid")
    line.update(options)
    return sorted(line.items()), sorted(options), list(map(str, points))


print(draw([1], color="red", width=3))
settings = {"style": "dotted", "width": 1}
print(draw([2], **settings))
