/** Read off requests 2.34.2 by scripts/knowledge/signatures.py. */
export const requests = `
module requests
class Response
  json(**kwargs)
`;
