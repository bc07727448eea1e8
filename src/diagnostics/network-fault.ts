/**
 * Why a server was not reached, or not trusted. `certificate-*`: its TLS certificate; `tls`: no TLS was agreed on;
 * `proxy`: the proxy on the way refused.
 */
export type NetworkFault =
  | 'dns'
  | 'certificate-expired'
  | 'certificate-early'
  | 'certificate-host'
  | 'certificate-issuer'
  | 'certificate-revoked'
  | 'tls'
  | 'proxy'
  | 'refused'
  | 'unroutable'
  | 'timeout'
  | 'reset'

/** By codes of Node, OpenSSL and undici, and by their sentences where only those are left. */
const FAULTS: readonly (readonly [NetworkFault, RegExp])[] = [
  ['certificate-expired', /CERT_HAS_EXPIRED|certificate has expired/i],
  ['certificate-early', /CERT_NOT_YET_VALID|certificate is not yet valid/i],
  ['certificate-host', /ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|does not match certificate|altnames/i],
  ['certificate-revoked', /CERT_REVOKED|certificate (?:is |was )?revoked/i],
  [
    'certificate-issuer',
    /SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_(?:UNTRUSTED|CHAIN_TOO_LONG|REJECTED)|INVALID_CA\b|self[- ]signed certificate|unable to (?:get (?:local )?issuer certificate|verify the first certificate)|certificate not trusted/i,
  ],
  ['proxy', /UND_ERR_PRX|proxy response|HTTP Tunneling|\bhttp_407\b|HTTP 407/i],
  ['dns', /\bENOTFOUND\b|\bEAI_[A-Z]+\b|\bENODATA\b|getaddrinfo/],
  [
    'tls',
    /\bEPROTO\b|ERR_SSL_|ERR_TLS_|wrong version number|handshake failure|unsupported protocol|packet length too long|secure TLS connection|SSL routines|does not support SSL/i,
  ],
  ['refused', /\bECONNREFUSED\b/],
  ['unroutable', /\b(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN|ENETDOWN|EACCES|EPERM)\b/],
  [
    'timeout',
    /\b(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ESOCKETTIMEDOUT)\b|time(?:d )?[- ]?out|no answer in time/i,
  ],
  ['reset', /\b(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)\b|socket hang up|other side closed/i],
]

/** @param said the code of an error, its message, or both; null: it says nothing that is known. */
export const networkFault = (said: string): NetworkFault | null =>
  FAULTS.find(([, form]) => form.test(said.slice(0, 1_000)))?.[0] ?? null
