import numpy as np

np.random.seed(2)
ratings = np.random.randint(1, 6, size=(8, 6)).astype(float)
mask = np.random.rand(8, 6) > 0.3
k = 2
P = np.random.rand(8, k)
Q = np.random.rand(6, k)
for step in range(100):
    error = mask * (ratings - P @ Q.T)
    P += 0.01 * error @ Q
    Q += 0.01 * error.T @ P
mse = (error**2).sum() / mask.sum()
print("mse", round(mse, 4))
print("top item for user 0:", int((P @ Q.T)[0].argmax()))
