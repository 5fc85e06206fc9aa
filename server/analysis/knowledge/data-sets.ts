/**
 * Columns of the data sets that libraries bring along, as scikit-learn 1.9 and statsmodels 0.15 give them; test/semantic/data-sets.test.ts
 * asks the libraries. Those that are fetched are left out, but for one whose names stand in the library; so are rarely used ones of statsmodels.
 *
 *     load_iris(as_frame=True).data      sepal length (cm), ...
 *     load_iris(as_frame=True).frame     the same, and target
 *     macrodata.load_pandas().data       year, quarter, ...
 */

/** Columns of a data set's parts, by the attribute that holds them. A column on its own is a list of one. */
export type DataSetParts = ReadonlyMap<string, readonly string[]>;

/** What stands for these parts: a frame has several columns, a target one. */
export function dataSetParts(target: string): DataSetParts | undefined {
  const name = /^(?:sklearn\.datasets\.(?<bunch>\w+)|statsmodels\.datasets\.(?<module>\w+)\.load(?:_pandas)?)$/u.exec(target)?.groups;
  return name?.["bunch"] !== undefined ? bunches.get(name["bunch"]) : name?.["module"] !== undefined ? modules.get(name["module"]) : undefined;
}

function bunch(features: readonly string[], targets: readonly string[] = ["target"]): DataSetParts {
  return new Map([["data", features], ["target", targets], ["frame", [...features, ...targets]], ["feature_names", features]]);
}

function list(text: string): readonly string[] {
  return text.split(", ");
}

const measures = list("radius, texture, perimeter, area, smoothness, compactness, concavity, concave points, symmetry, fractal dimension");
const eight = [0, 1, 2, 3, 4, 5, 6, 7];

const bunches: ReadonlyMap<string, DataSetParts> = new Map([
  ["load_iris", bunch(["sepal length", "sepal width", "petal length", "petal width"].map((name) => `${name} (cm)`))],
  ["load_wine", bunch(list(
    "alcohol, malic_acid, ash, alcalinity_of_ash, magnesium, total_phenols, flavanoids, nonflavanoid_phenols, proanthocyanins, color_intensity, hue, od280/od315_of_diluted_wines, proline",
  ))],
  ["load_breast_cancer", bunch([...measures.map((name) => `mean ${name}`), ...measures.map((name) => `${name} error`), ...measures.map((name) => `worst ${name}`)])],
  ["load_diabetes", bunch(list("age, sex, bmi, bp, s1, s2, s3, s4, s5, s6"))],
  ["load_digits", bunch(eight.flatMap((row) => eight.map((column) => `pixel_${String(row)}_${String(column)}`)))],
  ["load_linnerud", bunch(["Chins", "Situps", "Jumps"], ["Weight", "Waist", "Pulse"])],
  ["fetch_california_housing", bunch(list("MedInc, HouseAge, AveRooms, AveBedrms, Population, AveOccup, Latitude, Longitude"), ["MedHouseVal"])],
]);

/** Name, columns of `data`, positions of those of `exog` and of `endog`. */
const written = `
anes96|popul TVnews selfLR ClinLR DoleLR PID age educ income vote logpopul|10,2,6,7,8|5-5
co2|co2||
danish_data|lrm lry lpy ibo ide||
elnino|YEAR JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC||
engel|income foodexp|1-1|0-0
fair|rate_marriage age yrs_married children religious educ occupation occupation_husb affairs|0-7|8-8
heart|survival censors age|2-2|0-0
longley|TOTEMP GNPDEFL GNP UNEMP ARMED POP YEAR|1-6|0-0
macrodata|year quarter realgdp realcons realinv realgovt realdpi cpi m1 tbilrate unemp pop infl realint||
nile|year volume||1-1
spector|GPA TUCE PSI GRADE|0-2|3-3
statecrime|violent murder hs_grad poverty single white urban|6,3,2,4|1-1
sunspots|YEAR SUNACTIVITY||1-1
`;

const modules: ReadonlyMap<string, DataSetParts> = new Map(written.trim().split("\n").map((line) => {
  const [name = "", names = "", exog = "", endog = ""] = line.split("|");
  const data = names.split(" ");
  return [name, new Map([["data", data], ["exog", at(data, exog)], ["endog", at(data, endog)]].filter((part): part is [string, readonly string[]] => part[1] !== undefined && part[1].length > 0))];
}));

/** `1-4` or `10,2,6`. */
function at(names: readonly string[], positions: string): readonly string[] {
  if (positions === "") return [];
  const [first = 0, last] = positions.split("-").map(Number);
  if (last !== undefined) return names.slice(first, last + 1);
  return positions.split(",").flatMap((position) => names[Number(position)] ?? []);
}
