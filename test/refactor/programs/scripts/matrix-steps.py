import numpy as np

np.random.seed(3)
A = np.random.rand(4, 4)
b = np.random.rand(4)
x = np.linalg.solve(A, b)
residual = A @ x - b
print(np.abs(residual).max() < 1e-9)

values, vectors = np.linalg.eig(A)
order = np.argsort(-np.abs(values))
values = values[order]
vectors = vectors[:, order]
print(np.round(np.abs(values), 3))

guess = np.ones(4)
history = []
for step in range(50):
    updated = A @ guess
    norm = np.linalg.norm(updated)
    updated /= norm
    change = np.abs(updated - guess).max()
    history.append(change)
    guess = updated
    if change < 1e-10:
        break
print(step < 49, len(history) > 3)
A[0, 0] = 0
A += np.eye(4)
trace = A.trace()
print(round(trace, 4))
mask = A > 0.5
A[mask] = 0.5
print(mask.sum(), round(A.sum(), 4))
