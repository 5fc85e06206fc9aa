import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x = np.linspace(0, 10, 40)
noise = rng.normal(scale=0.3, size=x.size)
y = np.sin(x) + noise

fig, axes = plt.subplots(1, 2, figsize=(8, 3))
axes[0].plot(x, y, "o", label="measured")
axes[0].plot(x, np.sin(x), label="true")
axes[0].set_title("Signal")
axes[0].legend()

counts, edges = np.histogram(noise, bins=8)
centers = (edges[:-1] + edges[1:]) / 2
axes[1].bar(centers, counts, width=edges[1] - edges[0])
axes[1].set_title("Noise")
for center, count in zip(centers, counts):
    if count > 5:
        axes[1].text(center, count, str(count))
fig.tight_layout()
fig.savefig("signal.png", metadata={"Software": None})

plt.figure()
for degree, style in [(1, "--"), (3, ":"), (5, "-.")]:
    coefficients = np.polyfit(x, y, degree)
    fitted = np.polyval(coefficients, x)
    error = np.mean((fitted - y) ** 2)
    plt.plot(x, fitted, style, label=f"{degree}: {error:.3f}")
plt.legend()
plt.xlabel("x")
plt.show()
