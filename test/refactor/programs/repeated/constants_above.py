RATE = 0.19
LIMITS = {"low": 1, "high": 9}


def gross(net):
    if net < LIMITS["low"]:
        net = LIMITS["low"]
    elif net > LIMITS["high"]:
        net = LIMITS["high"]
    tax = net * RATE
    total = net + tax
    print("gross", round(total, 3))
    return total


def bill(amount):
    if amount < LIMITS["low"]:
        amount = LIMITS["low"]
    elif amount > LIMITS["high"]:
        amount = LIMITS["high"]
    tax = amount * RATE
    total = amount + tax
    print("bill", round(total, 3))
    return total + 1


print(gross(5), bill(20), gross(0))
RATE = 0.5
print(gross(5), bill(20))
