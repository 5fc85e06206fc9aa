# %%
import math

radii = [1, 2, 3]
areas = [math.pi * radius**2 for radius in radii]
total = math.fsum(areas)
mean = total / len(areas)
shares = [area / total for area in areas]
text = ", ".join(f"{share:.3f}" for share in shares)
print(text)
# %%
print(round(mean, 3))
# %%
edges = [4, 5]
surfaces = [math.pi * edge**2 for edge in edges]
whole = math.fsum(surfaces)
middle = whole / len(surfaces)
parts = [surface / whole for surface in surfaces]
line = ", ".join(f"{part:.3f}" for part in parts)
print(line)
# %%
print(round(middle, 3), shares == parts)
