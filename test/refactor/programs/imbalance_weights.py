import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

frame = pd.read_csv("customers.csv").dropna()
train, test = train_test_split(frame, test_size=0.3, random_state=6)
majority = train[train["churned"] == 0]
minority = train[train["churned"] == 1]
upsampled = resample(minority, replace=True, n_samples=len(majority), random_state=6)
balanced = pd.concat([majority, upsampled])
print(balanced["churned"].value_counts().sort_index().to_dict())

columns = ["age", "tenure"]
model = LogisticRegression(max_iter=500).fit(balanced[columns], balanced["churned"])
auc = roc_auc_score(test["churned"], model.predict_proba(test[columns])[:, 1])
print(f"auc {auc:.3f}")
