/**
 * Names inside URIs. A host gives and takes URIs; here they are only joined, split and compared, as text.
 *
 * Encoded the way VS Code encodes them (everything but letters, digits and `-._~/`), so that a URI built while walking
 * equals the one an editor sends for the same file.
 */

/** Appends names, each one path segment or a relative path with `/`; `.` and `..` are followed. */
export function joinUri(folder: string, ...names: readonly string[]): string {
  const { prefix, segments } = split(folder);
  for (const name of names.join("/").split("/")) {
    if (name === "" || name === ".") continue;
    if (name === "..") segments.pop();
    else segments.push(encodeSegment(name));
  }
  return `${prefix}/${segments.join("/")}`;
}

/** The folder that holds a file or folder; a root is its own parent. */
export function parentUri(uri: string): string {
  return joinUri(uri, "..");
}

/** The last name, decoded. */
export function nameOf(uri: string): string {
  const { segments } = split(uri);
  return decoded(segments[segments.length - 1] ?? "");
}

/** The way from a folder to a URI, decoded, with `/` and perhaps leading `../`; `.` for the folder itself. */
export function relativePath(folder: string, uri: string): string {
  const from = split(folder);
  const to = split(uri);
  if (from.prefix !== to.prefix) return uri;
  let shared = 0;
  while (shared < from.segments.length && shared < to.segments.length && from.segments[shared] === to.segments[shared]) shared += 1;
  const up = from.segments.slice(shared).map(() => "..");
  const down = to.segments.slice(shared).map(decoded);
  return [...up, ...down].join("/") || ".";
}

/** True for the folder itself and everything below it. */
export function isInside(folder: string, uri: string): boolean {
  const root = joinUri(folder);
  const path = joinUri(uri);
  return path === root || path.startsWith(root.endsWith("/") ? root : `${root}/`);
}

/** `file:///a/b` is the prefix `file://` and the segments `a`, `b`. */
function split(uri: string): { readonly prefix: string; readonly segments: string[] } {
  const prefix = /^[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?/.exec(uri)?.[0] ?? "";
  return { prefix, segments: uri.slice(prefix.length).split("/").filter((segment) => segment !== "") };
}

function encodeSegment(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A path, or a segment of one, as people write it. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not encoded by us: a bare % in a name.
    return path;
  }
}
