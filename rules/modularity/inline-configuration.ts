/** inline-configuration: numbers that one tunes, written inside the calls that use them. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { configuration } from "../../server/analysis/facts/configuration/sources.ts";
import type { ConfigurationSource } from "../../server/analysis/facts/configuration/sources.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import { trainingSettings } from "../../server/analysis/facts/training-settings.ts";
import type { TrainingSetting } from "../../server/analysis/facts/training-settings.ts";
import { introduce } from "../../server/analysis/refactor/introduce-configuration.ts";

export default defineRule({
  name: "inline-configuration",
  topic: "modularity",
  summary: "Settings of the model and of training are numbers inside calls",
  why: {
    scientist:
      "To compare two runs you have to compare two versions of the code: the numbers you tune are spread over the file, and nothing records which of them " +
      "belonged to which result.",
    engineer:
      "Changing a setting means changing and releasing code; a scheduler, a sweep or another environment cannot set it, and a run cannot log what it used.",
  },
  bad: `
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def train(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
    model = RandomForestClassifier(n_estimators=500, max_depth=12, min_samples_leaf=5, random_state=0)
    model.fit(X_train, y_train)
    return model, model.score(X_test, y_test)
`,
  good: `
from dataclasses import dataclass

from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


@dataclass(frozen=True)
class Settings:
    test_size: float = 0.2
    n_estimators: int = 500
    max_depth: int = 12
    min_samples_leaf: int = 5


def train(X, y, settings=Settings()):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=settings.test_size, random_state=0)
    model = RandomForestClassifier(
        n_estimators=settings.n_estimators,
        max_depth=settings.max_depth,
        min_samples_leaf=settings.min_samples_leaf,
        random_state=0,
    )
    model.fit(X_train, y_train)
    return model, model.score(X_test, y_test)
`,
  severity: { exploration: "off", production: "hint" },
  needs: { trainingSettings, configuration, documentKind, openDocument },
  imports: ["sklearn", "torch", "keras", "tensorflow", "xgboost", "lightgbm", "catboost", "imblearn"],
  options: {
    settings: { description: "Different settings inside calls of one file from which on they are reported.", default: 3, least: 1, most: 100 },
  },
  check(facts, { settings }): readonly Finding[] {
    const { trainingSettings, documentKind: { isTest, isExample } } = facts;
    const [first, ...others] = trainingSettings;
    const names = [...new Set(trainingSettings.map(({ name }) => name))];
    if (isTest || isExample || !first || names.length < settings) return [];
    // The files that the document loads have to be asked for now.
    const { configuration: sources } = facts;
    return [{
      at: first.place,
      message: `${String(names.length)} settings of training are numbers inside calls: ${shown(names)}`,
      related: others.map(({ name, place }) => ({ at: place, message: `${name} is set here` })),
      fixes: () => fixesFor(facts.openDocument, trainingSettings, sources),
    }];
  },
});

function fixesFor(document: OpenDocument, settings: readonly TrainingSetting[], sources: Iterable<ConfigurationSource>): readonly Fix[] {
  const selection = settings.map(({ place }) => document.locate(place));
  // Which files the project has is not known here: the refactoring of the menu may find a module of settings.
  const change = introduce({ document, selection, project: { root: "", home: undefined, text: () => undefined } }, {}, sources);
  if (change.kind === "refused" || change.cells) return [];
  return [{ title: "Gather these settings in one place", safety: "review", edits: change.edits, ...(change.elsewhere ? { elsewhere: change.elsewhere } : {}) }];
}

/** As many as a message holds. */
function shown(names: readonly string[]): string {
  const some: string[] = [];
  for (const name of names) if ([...some, name].join(", ").length <= roomForNames) some.push(name);
  return some.length < names.length ? `${some.join(", ")} ...` : some.join(", ");
}

const roomForNames = 44;
