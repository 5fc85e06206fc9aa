/** Read off httpx 0.28.1 by scripts/knowledge/api.py. */
export const httpx = `
module httpx
class Auth
  -> iterator[.Request]: auth_flow sync_auth_flow
class BaseTransport
  -> self: __enter__
  -> .Response: handle_request
class BasicAuth(.Auth)
  -> iterator[.Request]: auth_flow
class ByteStream(.SyncByteStream)
  -> iterator[bytes]: __iter__
class Client(._client.BaseClient)
  -> .Response: request send get options head post put patch delete
  -> iterator[.Response]: stream
  -> self: __enter__
class Cookies
  -> str | None: get
  -> str: __getitem__
  -> iterator[str]: __iter__
class DigestAuth(.Auth)
  -> iterator[.Request]: auth_flow
class HTTPError
  property .Request: request
class HTTPTransport(.BaseTransport)
  -> self: __enter__
  -> .Response: handle_request
class Headers
  property str: encoding
  property list[tuple[bytes, bytes]]: raw
  -> list[tuple[str, str]]: multi_items
  -> list[str]: get_list
  -> .Headers: copy
  -> str: __getitem__
class MockTransport(.BaseTransport)
  -> .Response: handle_request
class NetRCAuth(.Auth)
  -> iterator[.Request]: auth_flow
class Proxy
  property tuple[bytes, bytes] | None: raw_auth
class QueryParams
  -> list[tuple[str, str]]: multi_items
  -> list[str]: get_list
  -> .QueryParams: set add remove merge
  -> str: __getitem__
class Request
  property bytes: content
  -> bytes: read
class Response
  property datetime.timedelta: elapsed
  property .Request: request
  property str: http_version reason_phrase text
  property .URL: url
  property bytes: content
  property str | None: encoding charset_encoding
  -> .Response: raise_for_status
  property .Cookies: cookies
  property dict: links
  -> bytes: read
  -> iterator[bytes]: iter_bytes iter_raw
  -> iterator[str]: iter_text iter_lines
class SyncByteStream
  -> iterator[bytes]: __iter__
class Timeout
  -> dict: as_dict
class URL
  property str: scheme username password host path fragment
  property bytes: raw_scheme userinfo raw_host netloc query raw_path
  property .QueryParams: params
  -> .URL: copy_with copy_set_param copy_add_param copy_remove_param copy_merge_params join
  property tuple[bytes, bytes, int, bytes]: raw
class WSGITransport(.BaseTransport)
  -> .Response: handle_request
class codes
  -> str: get_reason_phrase
classes(._client.BaseClient): AsyncClient
classes(.NetworkError): CloseError ConnectError ReadError WriteError
classes(.TimeoutException): ConnectTimeout PoolTimeout ReadTimeout WriteTimeout
classes(.RequestError): DecodingError TooManyRedirects TransportError
classes(.HTTPError): HTTPStatusError RequestError
classes(.TransportError): NetworkError ProtocolError ProxyError TimeoutException UnsupportedProtocol
-> .Response: delete get head options patch post put request
-> iterator[.Response]: stream
module httpx._auth
class _DigestAuthChallenge
  property bytes: realm nonce
  property str: algorithm
  property bytes | None: opaque qop
module httpx._client
class BaseClient
  property .Timeout: timeout
  property dict: event_hooks
  property .Auth | None: auth
  property .URL: base_url
  property .Headers: headers
  property .Cookies: cookies
  property .QueryParams: params
  -> .Request: build_request
module httpx._decoders
class ContentDecoder
  -> bytes: decode flush
`;
