/**
 * Damage: 300 files, each damaged at random places in several ways. Whatever the damage, the parser does not throw, units
 * cover the text, trees are well-formed and the text is not read over and over. And the damage stays where it is:
 *
 * - Before it: a unit whose `reach` does not touch the damage keeps its tree, always. That is every statement before the
 *   damaged one, except that the one right before may take the damaged line as its own (when it becomes indented).
 * - After it: from the statement after the damaged one on, all trees are kept. This can't hold always: a deleted `)` may
 *   be made up for by a later one. So the share of cases where it holds is measured for each kind of damage. A triple quote that is inserted or loses its partner
 *   turns all strings and code below inside out, as it does for CPython; nothing is demanded of it.
 */
import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Node, Statement } from "../../server/analysis/syntax/nodes.ts";
import { UnitParser, parseUnits } from "../../server/analysis/syntax/parse.ts";
import type { ParsedUnit } from "../../server/analysis/syntax/parse.ts";
import { children, walk } from "../../server/analysis/syntax/walk.ts";
import { canonical } from "./canonical.ts";
import { listPythonFiles, pythonExists, seeded } from "./python-files.ts";

const FILES = 300;
const ROUNDS = 2;
const MINUTE = 60_000;

interface Damage {
  readonly text: string;
  /** Offset of the first character that changed, in both texts. */
  readonly at: number;
}

interface DamageKind {
  /** Share of cases where the statements after the damage must keep their trees. */
  readonly kept: number;
  damage(text: string, tokens: readonly RegExpExecArray[], random: () => number): Damage;
}

const DAMAGES: Readonly<Record<string, DamageKind>> = {
  "cut at a token": {
    kept: 0,
    damage: (text, tokens, random) => {
      const at = pick(tokens, random).index;
      return { text: text.slice(0, at), at };
    },
  },
  "delete a token": {
    kept: 0.99,
    damage: (text, tokens, random) => {
      const token = pick(tokens, random);
      return { text: text.slice(0, token.index) + text.slice(token.index + token[0].length), at: token.index };
    },
  },
  "insert an opening bracket": { kept: 0.99, damage: (text, tokens, random) => insert(text, tokens, random, "([{") },
  "insert a closing bracket": { kept: 0.99, damage: (text, tokens, random) => insert(text, tokens, random, ")]}") },
  "insert a quote": { kept: 0.99, damage: (text, tokens, random) => insert(text, tokens, random, "'\"") },
};

function pick<T>(list: readonly T[], random: () => number): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

function insert(text: string, tokens: readonly RegExpExecArray[], random: () => number, characters: string): Damage {
  const at = pick(tokens, random).index;
  return { text: text.slice(0, at) + pick([...characters], random) + text.slice(at), at };
}

const parse = (text: string): ParsedUnit[] => parseUnits(text, 0, text.length, { ipython: false });

/** A statement's tree, wherever it stands. */
function tree(statement: Statement, text: string, unit: ParsedUnit): string {
  return canonical(statement, { shift: -statement.start, text: text.slice(unit.start + statement.start, unit.end) });
}

function checkForm(units: readonly ParsedUnit[], text: string): void {
  let end = 0;
  let read = 0;
  for (const unit of units) {
    expect(unit.start).toBe(end);
    end = unit.end;
    read += unit.reach - unit.start;
    const length = unit.end - unit.start;
    walk(unit.body, (node) => {
      if (node.start > node.end || node.start < 0 || node.end > length) throw new Error(`${node.kind} lies at ${String(node.start)}-${String(node.end)} of ${String(length)}`);
      for (const child of children(node)) if (!holds(node, child)) throw new Error(`${node.kind} ${String(node.start)}-${String(node.end)} does not hold ${child.kind} ${String(child.start)}-${String(child.end)}`);
      return undefined;
    });
    for (const problem of unit.problems) {
      if (problem.start < 0 || problem.start > problem.end || problem.end > length) throw new Error(`${JSON.stringify(problem)} of ${String(length)}`);
    }
  }
  expect(end).toBe(text.length);
  expect(read).toBeLessThan(8 * text.length + 1000);
}

function holds(parent: Node, child: Node): boolean {
  if (parent.start <= child.start && child.end <= parent.end) return true;
  return "decoratorList" in parent && child.end <= parent.start;
}

/** Whether all statements from the unit `anchor` on have the trees they had. */
function keptAfter(before: readonly ParsedUnit[], text: string, anchor: number, after: readonly ParsedUnit[], damagedText: string): boolean {
  const expected = before.slice(anchor).flatMap((unit) => unit.body.map((statement) => [unit, statement] as const));
  const found = after.flatMap((unit) => unit.body.map((statement) => [unit, statement] as const)).slice(-expected.length);
  return expected.every(([unit, statement], index) => {
    const [otherUnit, other] = found[index] ?? [];
    return otherUnit !== undefined && other !== undefined && tree(statement, text, unit) === tree(other, damagedText, otherUnit);
  });
}

describe.skipIf(!pythonExists)("damaged files", () => {
  test("no throw, bounded reading, neighbours intact", () => {
    const random = seeded(20_240_607);
    const all = listPythonFiles().filter((path) => statSync(path).size < 60_000 && statSync(path).size > 2000);
    const kept: Record<string, { cases: number; kept: number }> = {};
    for (let file = 0; file < FILES; file++) {
      const text = readFileSync(pick(all, random), "utf8");
      const units = parse(text);
      const tokens = [...text.matchAll(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)];
      if (tokens.length === 0 || units.some((unit) => unit.problems.length > 0)) continue;
      for (const [name, kind] of Object.entries(DAMAGES)) {
        for (let round = 0; round < ROUNDS; round++) {
          const { text: damagedText, at } = kind.damage(text, tokens, random);
          const after = parse(damagedText);
          checkForm(after, damagedText);
          const change = firstChange(text, damagedText, at);
          const damaged = units.findIndex((unit) => change < unit.end);
          for (const [index, unit] of units.entries()) {
            if (unit.reach >= change) break;
            const other = after[index];
            expect(other?.start).toBe(unit.start);
            expect(other?.end).toBe(unit.end);
            expect(other?.body).toEqual(unit.body);
          }
          if (kind.kept === 0 || breaksTripleQuote(text, change)) continue;
          const anchor = units.findIndex((unit, index) => index > damaged && unit.body.length > 0);
          if (anchor < 0) continue;
          const count = (kept[name] ??= { cases: 0, kept: 0 });
          count.cases++;
          if (keptAfter(units, text, anchor, after, damagedText)) count.kept++;
        }
      }
    }
    for (const [name, { cases, kept: good }] of Object.entries(kept)) {
      expect(cases, name).toBeGreaterThan(FILES / 2);
      expect(good / cases, `${name}: ${String(good)} of ${String(cases)}`).toBeGreaterThanOrEqual(DAMAGES[name]?.kept ?? 1);
    }
  }, 5 * MINUTE);

  test("a parser that starts at any unit finds the same units", () => {
    const random = seeded(7);
    const all = listPythonFiles().filter((path) => statSync(path).size < 20_000);
    for (let file = 0; file < 40; file++) {
      const text = readFileSync(pick(all, random), "utf8");
      const tokens = [...text.matchAll(/\w+|[^\s\w]/gu)];
      if (tokens.length === 0) continue;
      const damaged = insert(text, tokens, random, "([{").text;
      for (const ipython of [false, true]) {
        const units = parseUnits(damaged, 0, damaged.length, { ipython });
        const start = Math.floor(random() * units.length);
        const parser = new UnitParser(damaged, 0, damaged.length, { ipython }, units[start]?.start);
        for (const unit of units.slice(start)) expect(parser.next()).toEqual(unit);
        expect(parser.next()).toBeUndefined();
      }
    }
  }, MINUTE);
});

/** Where two texts begin to differ, at or before `at` (a bracket inserted beside an equal one). */
function firstChange(a: string, b: string, at: number): number {
  let index = Math.min(at, a.length, b.length);
  while (index < Math.min(a.length, b.length) && a[index] === b[index]) index++;
  return index;
}

/** Whether the damage is within or beside a triple quote. */
function breaksTripleQuote(text: string, at: number): boolean {
  return /"""|'''/.test(text.slice(Math.max(0, at - 3), at + 4));
}
