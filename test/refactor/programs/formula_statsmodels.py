import pandas as pd
import statsmodels.formula.api as smf

df = pd.read_csv("customers.csv").dropna()
df["income_k"] = df["income"] / 1000
formula = "churned ~ age + income_k + tenure"
result = smf.logit(formula, data=df).fit(disp=0)
table = pd.DataFrame({"coef": result.params, "p": result.pvalues}).round(3)
print(table)
table.to_csv("coefficients.csv")
significant = table.index[table["p"] < 0.05].tolist()
print("significant:", significant)
