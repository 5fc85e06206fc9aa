import pandas as pd
from scipy import stats

sales = pd.read_csv("sales.csv").dropna()
rain = sales.loc[sales["weather"] == "rain", "sold"]
sun = sales.loc[sales["weather"] == "sun", "sold"]

t, p = stats.ttest_ind(rain, sun, equal_var=False)
print(f"t={t:.4f} p={p:.4f}")
u, p_u = stats.mannwhitneyu(rain, sun)
print(f"u={u:.1f} p={p_u:.4f}")
rho, _ = stats.spearmanr(sales["price"], sales["sold"])
print("rho", round(rho, 4), "n", len(sales))
