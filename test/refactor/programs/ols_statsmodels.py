import numpy as np
import pandas as pd
import statsmodels.api as sm

sales = pd.read_csv("sales.csv").dropna()
sales["cheap"] = (sales["price"] < 5).astype(int)

X = sm.add_constant(sales[["price", "cheap"]])
y = np.log(sales["sold"])
model = sm.OLS(y, X)
fit = model.fit()

print(fit.params.round(4))
print(f"R2 {fit.rsquared:.4f}, n {int(fit.nobs)}")
residuals = fit.resid
print("largest residual:", round(float(np.abs(residuals).max()), 4))
