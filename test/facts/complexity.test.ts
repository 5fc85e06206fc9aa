/** Statements and cognitive complexity: the examples of SonarSource's paper, in Python, and what the paper says in words. */
import { expect, test } from "vitest";
import { extentOfFunction, extentOfCell } from "../../server/analysis/facts/complexity.ts";
import { Document } from "../../server/analysis/syntax/document.ts";

function extent(code: string) {
  const document = Document.script("file:///s.py", code);
  const unit = document.units[0];
  const node = unit?.body[0];
  if (!unit || node?.kind !== "FunctionDef") throw new Error("a function is expected");
  return extentOfFunction(unit, node);
}

test.each([
  ["the paper's sumOfPrimes: loops 1 and 2, if 3, and a jump out of them that Python writes as for-else", `
def sum_of_primes(most):
    total = 0
    for i in range(most):
        for j in range(2, i):
            if i % j == 0:
                break
        else:
            total += i
    return total
`, 1 + 2 + 3 + 1],
  ["the paper's getWords: a match is one, its cases nothing", `
def get_words(number):
    match number:
        case 1:
            return "one"
        case 2:
            return "a couple"
        case _:
            return "lots"
`, 1],
  ["sequences of logical operators: a change of operator begins a new one", `
def f(a, b, c, d, e, g):
    if a and b and c or d or e and g:
        pass
`, 1 + 3],
  ["a negation begins a new sequence", `
def f(a, b, c):
    if a and not (b and c):
        pass
`, 1 + 2],
  ["parentheses around the same operator do not", `
def f(a, b, c):
    return a and (b and c)
`, 1],
  ["try is nothing, except counts with nesting, else and finally are nothing", `
def f(a):
    try:
        if a:
            for b in a:
                while b:
                    b = next(b)
    except (ValueError, KeyError):
        if a:
            pass
    finally:
        a.close()
`, 1 + 2 + 3 + 1 + 2],
  ["elif and else: one each, whatever the nesting", `
def f(a):
    for b in a:
        if b == 1:
            x()
        elif b == 2:
            y()
        elif b == 3:
            y()
        else:
            z()
`, 1 + 2 + 1 + 1 + 1],
  ["an if in an else is no elif", `
def f(a, b):
    if a:
        x()
    else:
        if  ((b)):
            y()
`, 1 + 1 + 2],
  ["a conditional expression and a lambda", `
def f(a, b):
    g = lambda x: 1 if x else 2
    return a if b else g
`, 2 + 1],
  ["functions inside count one deeper", `
def f(a):
    x = 1
    def g(b):
        if b:
            return 1
    return g(a) + x
`, 2],
  ["a decorator's do not", `
def decorator(wrapped):
    def wrapper(*args):
        if args:
            return wrapped(*args)
    return wrapper
`, 1],
  ["recursion", `
def f(n):
    if n:
        return f(n - 1)
`, 2],
  ["with, comprehensions, early returns, boolean results of comparisons: nothing", `
def f(path):
    with open(path) as file:
        return [line for line in file if line < 3]
`, 0],
])("%s", (_, code, complexity) => {
  expect(extent(code).complexity).toBe(complexity);
});

test("statements that do something, at all depths; functions inside are one, tables one row", () => {
  const { statements } = extent(`
def f(a):
    """Text."""
    import os
    if a:                                # 1
        b = 1                            # 2
    else:
        pass
    try:                                 # 3
        c = 2                            # 4
    except ValueError:
        d = 3                            # 5
    def g():                             # 6
        x = 1
        y = 2
        return x + y
    parser.add_argument("--a")           # 7
    parser.add_argument("--b")
    parser.add_argument("--c")
    parser.parse_args()                  # 8
    parser.add_argument("--d")           # 9
`);
  expect(statements).toBe(9);
});

test("at module level definitions are code of their own", () => {
  const document = Document.script("file:///s.py", "def f(a):\n    if a:\n        b()\n        c()\n");
  expect(extentOfCell(document.units)).toEqual({ statements: 1, complexity: 0 });
});
