class Account:
    fee = 0.5

    def __init__(self):
        self.balance = 0.0
        self.log = []

    def deposit(self, amount):
        before = self.balance
        self.balance += amount
        self.balance -= self.fee
        change = self.balance - before
        self.log.append(("deposit", change))
        rounded = round(change, 2)
        return rounded

    def credit(self, value):
        before = self.balance
        self.balance += value
        self.balance -= self.fee
        change = self.balance - before
        self.log.append(("credit", change))
        rounded = round(change, 2)
        return rounded


account = Account()
print(account.deposit(10), account.credit(5))
print(account.log, account.balance)
