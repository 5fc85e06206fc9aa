/** Frames: at each bound name its columns, rows and source; at each reference the column, with `?` when it may be there and `!` when it is not. */
import { framesOf } from "../../server/analysis/facts/frames.ts";
import { textOf } from "../../server/analysis/facts/values.ts";
import { checkExamples } from "./literate.ts";

const marks = { true: "", false: "!", unknown: "?" } as const;

checkExamples(new URL("frames.md", import.meta.url), (analysis) => {
  const { named, references } = framesOf(analysis);
  return [
    ...references.map(({ label, place, exists, kind }) => ({ at: place, text: `${kind === "made" ? "=" : ""}${label}${marks[`${exists}`]}` })),
    ...named.map(({ name, place, columns, rows, source }) => ({
      at: place,
      text: [name, `[${columns?.present.join(" ") ?? ""}${columns?.isWhole === true ? "" : " ..."}]`, rows?.kind === "part" ? rows.part : (rows?.kind ?? "?"),
        ...(source ? [`from ${source.target} ${(source.from && textOf(source.from)) ?? "?"}`] : [])].join(" "),
    })),
  ];
});
