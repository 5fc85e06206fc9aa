def report_train(scores):
    best = max(scores)
    worst = min(scores)
    mean = sum(scores) / len(scores)
    print(f"train: best {best:.2f}")
    print(f"train: worst {worst:.2f}")
    print(f"train: mean {mean:.3f}")


def report_test(scores):
    best = max(scores)
    worst = min(scores)
    mean = sum(scores) / len(scores)
    print(f"test: best {best:.2f}")
    print(f"test: worst {worst:.2f}")
    print(f"test: mean {mean:.3f}")


report_train([0.5, 0.25, 1])
report_test([0.1, 0.2])
