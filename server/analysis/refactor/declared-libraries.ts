/** Whether the project says that it needs a library: in its pyproject.toml, setup files, requirements or environment. */
import { joinUri, parentUri } from "../text/uri.ts";
import type { ProjectView } from "./refactoring.ts";

const files = ["pyproject.toml", "requirements.txt", "requirements.in", "setup.cfg", "setup.py", "environment.yml", "environment.yaml", "Pipfile"];

/** Where the name to install is not the name to import. */
const distributions: Readonly<Record<string, readonly string[]>> = {
  sklearn: ["scikit-learn"], PIL: ["pillow"], cv2: ["opencv-python", "opencv-python-headless", "opencv-contrib-python"], yaml: ["pyyaml"], skimage: ["scikit-image"],
  bs4: ["beautifulsoup4"], dateutil: ["python-dateutil"], dotenv: ["python-dotenv"], imblearn: ["imbalanced-learn"], psycopg2: ["psycopg2-binary"], google: ["google-cloud"],
  mpl_toolkits: ["matplotlib"], torch: ["pytorch"], umap: ["umap-learn"], OpenSSL: ["pyopenssl"], git: ["gitpython"], jwt: ["pyjwt"], serial: ["pyserial"], Crypto: ["pycryptodome"],
};

/** @param root first part of the module's name */
export function isDeclared({ root: folder, text }: ProjectView, document: string, root: string): boolean {
  const names = [root, ...(distributions[root] ?? [])].map((name) => name.replaceAll("_", "[-_.]").replaceAll("-", "[-_.]"));
  const pattern = new RegExp(`(?:^|["'\\s=])(?:${names.join("|")})(?:\\[[^\\]]*\\])?\\s*(?:[<>=!~;@"',]|$)`, "imu");
  return [...new Set([folder, parentUri(document)])].some((each) => files.some((file) => {
    const content = text(joinUri(each, file));
    return content !== undefined && pattern.test(content.replace(/#.*$/gmu, ""));
  }));
}
