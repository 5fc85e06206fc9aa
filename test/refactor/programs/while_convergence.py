import numpy as np

matrix = np.array([[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]])
vector = np.ones(3)
tolerance = 1e-8
difference = np.inf
rounds = 0
while difference > tolerance and rounds < 200:
    following = matrix @ vector
    following = following / np.linalg.norm(following)
    difference = np.abs(following - vector).max()
    vector = following
    rounds += 1

value = vector @ matrix @ vector
print(f"largest eigenvalue {value:.6f} after {rounds} rounds")
print("vector", np.round(vector, 4).tolist())
