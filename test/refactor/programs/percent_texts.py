import pandas as pd

sales = pd.read_csv("sales.csv")
share = (sales["weather"] == "rain").mean()
print("100%% sure: 50%% of %s is %d%%" % ("all", 50))
print("rain on", f"{share:.0%}", "of days")
print("a\tb\\n", 'quoted "text"', "it's", sep="|")
print(f"{{braces}} {share!s:.4} {'x' * 3}")
print("tuple", (1, "a"), [None, True], {"k": 1.5})
print({"only": "dict"})
print(
    f"{sales['sold'].sum():>8}|{sales['sold'].max():<5}|{-3:+d}|{12:04d}|{share:8.3f}"
)
