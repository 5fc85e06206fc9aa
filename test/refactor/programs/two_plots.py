import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 50)
y = np.sin(x)
noise = np.random.default_rng(8).normal(scale=0.1, size=50)
measured = y + noise

fig, axes = plt.subplots(1, 2, figsize=(6, 3))
axes[0].plot(x, y)
axes[0].set_title("truth")
axes[1].scatter(x, measured, s=4)
axes[1].set_title("measured")
fig.tight_layout()
fig.savefig("waves.png", dpi=60)

rms = np.sqrt(np.mean(noise**2))
print(f"rms {rms:.4f}")
