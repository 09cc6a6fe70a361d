/**
 * What an `Accept-Encoding` looks like that takes gzip, as a whole: a `q` of nothing but zeros
 * refuses a coding (RFC 9110, 12.5.3). Here because next.config.js reads it too.
 *
 * Next drops the `content-encoding` that a route answers with (16.4, server/send-response.js), so
 * next.config.js gives it to every answer of the tile door to who takes gzip, and the door gzips
 * every one of those answers, errors too.
 */
export const takesGzipPattern =
  "(?:.*,)?\\s*(?:gzip|\\*)\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,.*)?";
