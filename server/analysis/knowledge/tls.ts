/**
 * What turns the check of certificates off.
 *
 * Sources: docs.python.org/3/library/ssl.html, requests.readthedocs.io, www.python-httpx.org, urllib3.readthedocs.io, docs.aiohttp.org.
 */

/** Values that switch it off: False, `ssl.CERT_NONE`, or the string "CERT_NONE". */
export interface TlsSwitch {
  /** Qualified names of the callables. */
  readonly callable: RegExp;
  readonly keywords: readonly string[];
}

export const tlsSwitches: readonly TlsSwitch[] = [
  { callable: /^requests\.(?:(?:api\.)?(?:get|post|put|patch|delete|head|options|request)|(?:sessions\.)?Session\.\w+)$/u, keywords: ["verify"] },
  { callable: /^httpx\.(?:get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient|HTTPTransport|AsyncHTTPTransport)$/u, keywords: ["verify"] },
  { callable: /^aiohttp\.(?:(?:client\.)?ClientSession\.\w+|(?:connector\.)?TCPConnector|request)$/u, keywords: ["ssl", "verify_ssl"] },
  { callable: /^urllib3\.(?:(?:\w+\.)*(?:PoolManager|ProxyManager|HTTPSConnectionPool)|proxy_from_url)$/u, keywords: ["cert_reqs"] },
  { callable: /^boto3\.(?:client|resource|Session\.\w+|session\.Session\.\w+)$/u, keywords: ["verify"] },
  { callable: /^(?:elasticsearch\.(?:Async)?Elasticsearch|opensearchpy\.OpenSearch)$/u, keywords: ["verify_certs"] },
];

/** Attributes by the class of their object. */
export const tlsAttributes: readonly { readonly className: RegExp; readonly attributes: readonly string[] }[] = [
  { className: /^requests\.(?:sessions\.)?Session$/u, attributes: ["verify"] },
  { className: /^ssl\.SSLContext$/u, attributes: ["verify_mode", "check_hostname"] },
];

/** A context that checks nothing, and one that does. */
export const unverifiedContexts: ReadonlyMap<string, string> = new Map([
  ["ssl._create_unverified_context", "create_default_context"],
  ["ssl._create_stdlib_context", "create_default_context"],
]);
