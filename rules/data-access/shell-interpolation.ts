/**
 * A command for the shell with a value pasted into it that somebody else decides on.
 *
 * The command is followed as a value to the call that hands it to a shell. What the program composes of its own constants, numbers and
 * settings is left alone, and so is what `shlex.quote` has made one word.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import { pastedCommands } from "../../server/analysis/facts/shell-commands.ts";
import type { PastedCommand } from "../../server/analysis/facts/shell-commands.ts";
import { shellFix } from "../../server/analysis/facts/shell-fixes.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "shell-interpolation",
  topic: "data-access",
  summary: "A value from elsewhere is pasted into a shell command",
  why: {
    scientist: "A file name with a blank or an apostrophe breaks the command, and one with a semicolon runs another. In a list, each value is one argument.",
    engineer: "Whoever controls the value runs commands with this process's rights. A list of arguments goes to the program without a shell in between.",
  },
  bad: `import subprocess
import sys

subprocess.run(f"wc -l {sys.argv[1]}", shell=True)
`,
  good: `import subprocess
import sys

subprocess.run(["wc", "-l", sys.argv[1]])
`,
  severity: { exploration: "warning", production: "error" },
  covers: ["S602", "S605"],
  needs: { commands: pastedCommands, edits, document: documentKind },
  check({ commands, edits, document }) {
    if (document.isTest) return [];
    return commands.pasted.map((command): Finding => {
      const { at, sink, isOutside } = command;
      const source = at.anchor.unit.text.slice(at.start, at.end).replaceAll(/\s+/gu, " ");
      const isElsewhere = sink.kind === "call" && !isInside(at, place(sink.event.unit, sink.event.node));
      return {
        at,
        message: `"${source.length <= 40 ? source : `${source.slice(0, 39)}…`}" is pasted into a shell command, which may read it as code`,
        covers: coveredBy(command),
        severity: isOutside || sink.kind === "magic" ? {} : { exploration: "hint", production: "warning" },
        related: isElsewhere ? [{ at: place(sink.event.unit, sink.event.node), message: "the command is run here" }] : [],
        fixes() {
          const fix = shellFix(command, commands, edits);
          return fix ? [fix] : [];
        },
      };
    });
  },
});

/** Ruff reports the call, wherever the command is put together. */
function coveredBy({ at, sink }: PastedCommand): readonly string[] {
  if (sink.kind !== "call" || !isInside(at, place(sink.event.unit, sink.event.node))) return [];
  return /^subprocess\.(?:run|call|check_call|check_output|Popen)$/u.test(sink.event.target ?? "") ? ["S602"] : ["S605"];
}

function isInside(inner: Finding["at"], outer: Finding["at"]): boolean {
  return inner.anchor === outer.anchor && outer.start <= inner.start && inner.end <= outer.end;
}
