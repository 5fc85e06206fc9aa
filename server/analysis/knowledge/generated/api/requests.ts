/** Read off requests ?, types-requests 2.33.0.20261030 by scripts/knowledge/api.py. */
export const requests = `
module requests
class PreparedRequest(.models.RequestEncodingMixin)
  property str | None: method url
  property .structures.CaseInsensitiveDict: headers
  property bytes | str | None: body
  -> .PreparedRequest: copy
class Request
  -> .PreparedRequest: prepare
class RequestException
  property .Response | None: response
  property .Request | .PreparedRequest | None: request
class Response
  property .structures.CaseInsensitiveDict: headers
  property str: url reason apparent_encoding text
  property str | None: encoding
  property list[.Response]: history
  property .cookies.RequestsCookieJar: cookies
  property datetime.timedelta: elapsed
  property .PreparedRequest: request
  property .adapters.HTTPAdapter: connection
  -> iterator[bytes]: __iter__
  -> self: __enter__
  property .PreparedRequest | None: next
  property dict: links
class Session(.sessions.SessionRedirectMixin)
  property dict: headers proxies hooks adapters
  property bool | str | None: verify
  property str | tuple[str, str] | None: cert
  property .cookies.RequestsCookieJar: cookies
  -> self: __enter__
  -> .PreparedRequest: prepare_request
  -> .Response: request get options head post put patch delete send
  -> .adapters.BaseAdapter: get_adapter
classes(.ConnectionError, .Timeout): ConnectTimeout
classes(.RequestException): ConnectionError HTTPError Timeout TooManyRedirects URLRequired
classes(.exceptions.InvalidJSONError): JSONDecodeError
classes(.Timeout): ReadTimeout
-> .Response: delete get head options patch post put request
-> .Session: session
alias __version__ = .version_mod
alias api = requests
aliases exceptions = requests: ConnectTimeout ConnectionError FileModeWarning HTTPError JSONDecodeError ReadTimeout RequestException Timeout TooManyRedirects URLRequired
aliases models = requests: PreparedRequest Request Response
aliases sessions = requests: Session session
alias status_codes = requests
module requests.adapters
class BaseAdapter
  -> .Response: send
class HTTPAdapter(.adapters.BaseAdapter)
  -> .Response: build_response send
  -> tuple[unknown, unknown]: build_connection_pool_key_attributes
  -> str: request_url
  -> dict: proxy_headers
module requests.auth
class AuthBase
  -> .PreparedRequest: __call__
module requests.cookies
class RequestsCookieJar
  -> str | None: get
  -> iterator[str]: iterkeys itervalues
  -> list[str]: keys values list_domains list_paths
  -> iterator[tuple[str, str]]: iteritems
  -> list[tuple[str, str]]: items
  -> dict: get_dict
  -> str: __getitem__
  -> .cookies.RequestsCookieJar: copy
module requests.exceptions
classes(.RequestException): InvalidJSONError
module requests.models
class RequestEncodingMixin
  property str: path_url
module requests.sessions
class SessionRedirectMixin
  -> str | None: get_redirect_target
module requests.structures
class CaseInsensitiveDict
  -> iterator[tuple[str, unknown]]: lower_items
  -> iterator[str]: __iter__
  -> .structures.CaseInsensitiveDict: copy
`;
