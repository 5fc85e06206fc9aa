import numpy as np
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA

iris = load_iris()
X, y = iris.data, iris.target
pca = PCA(n_components=2)
projected = pca.fit_transform(X)
ratio = pca.explained_variance_ratio_
print("explained:", np.round(ratio, 3))
centres = {
    iris.target_names[k]: projected[y == k].mean(axis=0).round(2).tolist()
    for k in np.unique(y)
}
for name, centre in centres.items():
    print(f"{name:12s}{centre}")
np.savetxt("projected.csv", np.abs(projected).round(6), delimiter=",")
