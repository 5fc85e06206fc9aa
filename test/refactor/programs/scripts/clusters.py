import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import silhouette_score

points, truth = make_blobs(n_samples=90, centers=3, random_state=2)
scores = []
for k in range(2, 5):
    model = KMeans(n_clusters=k, n_init=3, random_state=0)
    labels = model.fit_predict(points)
    score = silhouette_score(points, labels)
    scores.append((k, score))
    print(k, round(score, 3))
best_k, best_score = max(scores, key=lambda pair: pair[1])
final = KMeans(n_clusters=best_k, n_init=3, random_state=0).fit(points)
centers = final.cluster_centers_
distance = np.linalg.norm(points[:, None] - centers[None], axis=2)
nearest = distance.argmin(axis=1)
agreement = (nearest == final.labels_).mean()
print(best_k, agreement)
sizes = np.bincount(final.labels_)
radius = np.zeros(best_k)
for cluster in range(best_k):
    members = points[final.labels_ == cluster]
    offset = members - centers[cluster]
    radius[cluster] = np.sqrt((offset**2).sum(axis=1)).max()
print(sizes.tolist(), radius.round(2).tolist())
