import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 1, 20)

fig, ax = plt.subplots()
ax.plot(x, x**2)
ax.set_title("square")
ax.set_xlabel("x")
ax.set_ylabel("y")
ax.grid(True)
limits = ax.get_xlim()

fig, ax = plt.subplots()
ax.plot(x, x**3)
ax.set_title("cube")
ax.set_xlabel("x")
ax.set_ylabel("y")
ax.grid(True)
limits = ax.get_xlim()
print(len(plt.get_fignums()))
