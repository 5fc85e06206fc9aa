/**
 * A model or data set is loaded with the permission to run code that its repository brings along.
 *
 * Reported where the permission is proved to be given. What lies in a folder of one's own needs no stranger; a repository held at one
 * commit cannot change any more, which makes it a hint.
 */
import type { Finding, PlaceEdit } from "../../server/analysis/engine/finding.ts";
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { ancestorsOf } from "../../server/analysis/facts/ancestors.ts";
import { argument, calls } from "../../server/analysis/facts/calls.ts";
import { keywordOf, removeArgument, replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { beginningOf, boolOf, textOf, values } from "../../server/analysis/facts/values.ts";
import type { CallEvent } from "../../server/analysis/semantic/analysis.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "remote-code-trust",
  topic: "data-access",
  summary: "Code from a model hub is run unread",
  why: {
    scientist: "The model's repository may hold Python files, and this runs them with your rights: your data, your tokens, your machine. Whoever can push there can run code here.",
    engineer: "Remote code execution by design: the code is fetched at run time and follows the repository's main branch. Use an architecture that the library knows, or vendor the code and review it.",
  },
  bad: `from transformers import AutoModel

model = AutoModel.from_pretrained("acme/encoder", trust_remote_code=True)
`,
  good: `from transformers import AutoModel

model = AutoModel.from_pretrained("acme/encoder")
`,
  severity: { exploration: "warning", production: "error" },
  needs: { calls, values, document: documentKind },
  on: {
    Call({ node, unit }, { calls, document }) {
      if (!keywordOf(node, "trust_repo") && !keywordOf(node, "trust_remote_code")) return undefined;
      const event = calls.of(node);
      if (!event || document.isTest) return undefined;
      const isTorch = event.target === "torch.hub.load" || event.target === "torch.hub.list" || event.target === "torch.hub.help";
      const written = keywordOf(node, isTorch ? "trust_repo" : "trust_remote_code");
      const given = event.args.find(({ node: each }) => each === written?.value);
      if (!written || !given || boolOf(given.value) !== true || isLocal(event) || isChosen(unit, node)) return undefined;
      const [title, edit] = isTorch ? ["Ask before a new repository is trusted", replace(unit, written.value, '"check"')] as const
        : ["Run no code from the repository", removeArgument(unit, node, written)] as const;
      return finding({ at: place(unit, written), message: messageFor(event), ...(isPinned(event) ? pinned : {}) }, title, edit);
    },
    Dict({ node, unit }, { values, document }) {
      if (document.isTest) return undefined;
      return node.keys.flatMap((key, index) => {
        const value = node.values[index];
        if (key?.kind !== "Constant" || key.type !== "str" || key.value !== "trust_remote_code" || !value || boolOf(values.of(value)) !== true || isChosen(unit, node)) return [];
        const range = { start: key.start, end: value.end };
        return finding({ at: place(unit, range), message: "Whatever is loaded with this may run code from its repository" }, "Run no code from the repository", replace(unit, value, "False"));
      });
    },
  },
});

const pinned = { severity: { exploration: "hint", production: "hint" } } as const;

function finding(found: Finding, title: string, edit: PlaceEdit | undefined): Finding {
  return { ...found, fixes: edit ? [{ title, safety: "review", edits: [edit] }] : [] };
}

function messageFor(event: CallEvent): string {
  const name = repositoryOf(event);
  const text = name && textOf(name);
  return text !== undefined && text.length < 50 ? `Code from the repository "${text}" is run unread` : "Code from the model's repository is run unread";
}

/** The first argument, whatever its name: a repository's name or a folder. */
function repositoryOf({ args }: CallEvent): Value | undefined {
  return args.find(({ position, unpacked }) => position === 0 && !unpacked)?.value
    ?? args.find(({ keyword }) => keyword !== undefined && /^(?:pretrained_)?model(?:_name(?:_or_path)?|_id)?$|^path$|^repo(?:_id|_or_dir)?$/u.test(keyword))?.value;
}

function isLocal(event: CallEvent): boolean {
  const source = event.args.find(({ keyword }) => keyword === "source");
  if (source && textOf(source.value) === "local") return true;
  const repository = repositoryOf(event);
  return repository !== undefined && /^(?:\.{0,2}[\\/]|~|[A-Za-z]:[\\/]|file:)/u.test(beginningOf(repository) ?? "");
}

/** `if arguments.trust_remote_code:` around it: whoever runs the program decides. */
function isChosen(unit: Unit, node: Node): boolean {
  return ancestorsOf(unit, node).some((each) => (each.kind === "If" || each.kind === "IfExp") && /trust/iu.test(unit.text.slice(each.test.start, each.test.end)));
}

/** A full commit hash, not a branch or a tag. */
function isPinned(event: CallEvent): boolean {
  const revision = argument(event, "code_revision") ?? argument(event, "revision");
  return revision !== undefined && /^[0-9a-f]{40}$/u.test(textOf(revision.value) ?? "");
}
