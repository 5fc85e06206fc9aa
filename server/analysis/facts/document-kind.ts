/** What kind of document this is, by its name: rules about production code leave tests alone. */
import { defineFact } from "../engine/fact.ts";
import type { Dialect } from "../syntax/unit.ts";

export interface DocumentKind {
  readonly uri: string;
  readonly dialect: Dialect;
  /** `test_x.py`, `x_test.py`, `tests.py`, `integration_tests.py`, `conftest.py`, `testing.py`, `_testing.py`, or anything below a folder named `test` or `tests`. */
  readonly isTest: boolean;
  /** Below a folder of examples, demos, tutorials or documentation: code that is there to be read and tried out. */
  readonly isExample: boolean;
  /** URI of the folder of the settings in force; `undefined` when there are none. */
  readonly root: string | undefined;
}

export const documentKind = defineFact<DocumentKind, DocumentKind>({
  name: "documentKind",
  needs: {},
  unit: ({ unit, settings }) => kindOf(unit.anchor.cell.document.uri, unit.anchor.cell.document.dialect, settings.root),
  document: ({ document, settings }) => kindOf(document.uri, document.dialect, settings.root),
});

function kindOf(uri: string, dialect: Dialect, root: string | undefined): DocumentKind {
  const path = root !== undefined && uri.startsWith(root) ? uri.slice(root.length) : uri;
  return { uri, dialect, root, isTest: isTestFile(path), isExample: exampleFolder.test(path) };
}

const exampleFolder = /(?:^|\/)(?:examples?|demos?|docs?|documentation|tutorials?|samples?|gallery|cookbooks?|benchmarks?|asv_bench)\//iu;

/**
 * What is called `ab_tests.py` or `statistical_tests.ipynb` is an analysis.
 *
 * @param path a URI, or the part of it below the project's folder: what lies above the project says nothing
 */
function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:tests?\/(?:.*\/)?[^/]+|test_[^/]*|[^/]*_test|(?:(?:unit|integration|functional|system|smoke|acceptance|e2e)_)?tests|conftest|_?testing)\.(?:py|ipynb)$/u.test(path);
}
