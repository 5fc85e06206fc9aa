import type { Place } from "../syntax/unit.ts";

/** Whether two places are the same stretch of the same unit. */
export function samePlace(left: Place | undefined, right: Place | undefined): boolean {
  if (left === right) return true;
  return left?.anchor === right?.anchor && left?.start === right?.start && left?.end === right?.end;
}
