import numpy as np

rng = np.random.default_rng(3)
n = 120
x = rng.normal(size=(n, 3))
coefficients = np.array([1.5, -2.0, 0.5])
y = x @ coefficients + rng.normal(scale=0.1, size=n)

split = int(n * 0.8)
x_train, x_test = x[:split], x[split:]
y_train, y_test = y[:split], y[split:]

solution, residuals, rank, singular = np.linalg.lstsq(x_train, y_train, rcond=None)
error = float(np.mean((x_test @ solution - y_test) ** 2))
print("solution:", np.round(solution, 2), "rank", rank)
print(f"error = {error:.4f}")
np.savetxt("solution.txt", solution, fmt="%.4f")
