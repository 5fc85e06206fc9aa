/** Everything that an analysis says about calls, as lines that can be compared: targets, values, and where everything lies. */
import type { DocumentAnalysis } from "../../server/analysis/semantic/analysis.ts";
import type { Piece, Value } from "../../server/analysis/semantic/value.ts";
import type { Document } from "../../server/analysis/syntax/document.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";

/** @param document whose places these are */
export function eventsOf(document: Pick<Document, "locate">, analysis: DocumentAnalysis): readonly string[] {
  const at = (place: Place | undefined): string => {
    if (!place) return "";
    const { cell, start, end } = document.locate(place);
    return `@${cell.index}:${start}-${end}`;
  };
  const piece = (each: Piece): string => (each.kind === "literal" ? JSON.stringify(each.text) : "hole") + at(each.place);
  const value = (each: Value): string => {
    const pieces = each.constant?.kind === "text" ? each.constant.pieces.map(piece).join("") : "";
    const origins = each.origins.map((origin) => origin.kind + at(origin.place)).join(",");
    return `${valueText(each)}<${pieces}|${origins}>`;
  };
  return analysis.units.flatMap((unit) =>
    unit.calls.map((event) => {
      const where = at({ anchor: unit.unit.anchor, start: event.node.start, end: event.node.end });
      const args = event.args.map((each) => value(each.value)).join(", ");
      const plain = event.args.map((each) => valueText(each.value)).join(", ");
      return `${where} ${event.target ?? "?"}(${plain}) [${args}] -> ${value(event.result)} via ${event.via.map(at).join(" ")} in ${event.scope?.name ?? ""}`;
    }),
  );
}
