/**
 * How long calls over the network wait when nothing is said.
 *
 * Sources: docs.python.org/3/library (urllib.request, http.client, smtplib, ftplib, socket.setdefaulttimeout), requests.readthedocs.io
 * ("Timeouts": without one your code may hang), www.python-httpx.org (5 seconds unless told otherwise). That requests does not follow
 * socket.setdefaulttimeout was tried out with 2.34.
 */

export interface Wait {
  /** `forever`: whatever the process says. `socket`: what socket.setdefaulttimeout says, else forever. `limited`: not long. */
  readonly unsaid: "forever" | "socket" | "limited";
  /** Index of the timeout among the positional arguments; `undefined` when it is passed by name only. */
  readonly position?: number;
  /** False where the function takes no timeout at all. */
  readonly takesTimeout?: boolean;
}

const verbs = ["get", "post", "put", "patch", "delete", "head", "options", "request"];

export const waits: ReadonlyMap<string, Wait> = new Map<string, Wait>([
  ...verbs.flatMap((verb): [string, Wait][] => [
    [`requests.${verb}`, { unsaid: "forever" }],
    [`requests.Session.${verb}`, { unsaid: "forever" }],
    [`httpx.${verb}`, { unsaid: "limited" }],
    [`httpx.Client.${verb}`, { unsaid: "limited" }],
    [`httpx.AsyncClient.${verb}`, { unsaid: "limited" }],
  ]),
  ["httpx.stream", { unsaid: "limited" }],
  ["httpx.Client", { unsaid: "limited" }],
  ["httpx.AsyncClient", { unsaid: "limited" }],
  ["urllib.request.urlopen", { unsaid: "socket", position: 2 }],
  ["urllib.request.urlretrieve", { unsaid: "socket", takesTimeout: false }],
  ["http.client.HTTPConnection", { unsaid: "socket", position: 2 }],
  ["http.client.HTTPSConnection", { unsaid: "socket", position: 2 }],
  ["smtplib.SMTP", { unsaid: "socket", position: 3 }],
  ["smtplib.SMTP_SSL", { unsaid: "socket", position: 3 }],
  ["ftplib.FTP", { unsaid: "socket", position: 4 }],
  ["ftplib.FTP_TLS", { unsaid: "socket", position: 4 }],
]);

/** Adapter of requests that leaves timeouts as they are; one of the user's own may set them. */
export const plainAdapter = "requests.adapters.HTTPAdapter";
