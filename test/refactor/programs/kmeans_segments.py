import pandas as pd
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

N_CLUSTERS = 3

customers = pd.read_csv("customers.csv").dropna()
columns = ["age", "income", "tenure"]

# all columns count the same
scaler = StandardScaler()
scaled = scaler.fit_transform(customers[columns])

kmeans = KMeans(n_clusters=N_CLUSTERS, n_init=5, random_state=0)
customers["segment"] = kmeans.fit_predict(scaled)

profile = customers.groupby("segment")[columns].mean().round(1)
print(profile)
print("inertia %.2f" % kmeans.inertia_)
sizes = customers["segment"].value_counts().sort_index()
print("sizes:", sizes.tolist())
profile.to_csv("profile.csv")
