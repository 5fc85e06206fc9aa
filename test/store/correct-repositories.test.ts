/** Rules about feature stores have nothing to say about repositories that Feast applies. */
import { sep } from "node:path";
import { expect, it } from "vitest";
import { repositories } from "./real-feast.ts";
import { findingsIn } from "./repository-findings.ts";

it.each(repositories.map((folder) => [folder.split(sep).slice(-2).join("/"), folder]))("%s", async (_name, folder) => {
  expect(await findingsIn(folder)).toEqual([]);
});
