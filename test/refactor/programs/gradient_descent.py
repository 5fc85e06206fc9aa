import numpy as np

LEARNING_RATE = 0.05
EPOCHS = 60


def loss(weights, X, y):
    return float(np.mean((X @ weights - y) ** 2))


generator = np.random.default_rng(1)
X = np.c_[np.ones(80), generator.normal(size=(80, 2))]
y = X @ np.array([0.5, 2.0, -1.0]) + generator.normal(scale=0.2, size=80)
weights = np.zeros(3)
history = []
for epoch in range(EPOCHS):
    gradient = 2 * X.T @ (X @ weights - y) / len(y)
    weights -= LEARNING_RATE * gradient
    history.append(loss(weights, X, y))
    if epoch % 20 == 0:
        print(f"epoch {epoch:3d} loss {history[-1]:.5f}")

print("weights", weights.round(3))
np.savetxt("history.txt", np.array(history), fmt="%.6f")
