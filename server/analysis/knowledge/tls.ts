/**
 * What turns the check of certificates off, beside the arguments with the role `verify` (see callables.ts).
 *
 * Sources: docs.python.org/3/library/ssl.html, requests.readthedocs.io, urllib3.readthedocs.io.
 */

export interface TlsAttribute {
  /** Class of the object that has it. */
  readonly className: string;
  readonly attribute: string;
  /** Source of a value that checks certificates, where one fits everywhere. */
  readonly checked: "True" | undefined;
}

export const tlsAttributes: readonly TlsAttribute[] = [
  { className: "requests.Session", attribute: "verify", checked: "True" },
  { className: "ssl.SSLContext", attribute: "check_hostname", checked: "True" },
  { className: "ssl.SSLContext", attribute: "verify_mode", checked: undefined },
];

/** Functions of `ssl` that make a context which checks nothing. */
export const uncheckedContexts: ReadonlySet<string> = new Set(["ssl._create_unverified_context", "ssl._create_stdlib_context"]);

/** The same context, checked. */
export const checkedContext = "create_default_context";
