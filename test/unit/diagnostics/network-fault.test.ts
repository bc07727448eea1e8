import { describe, expect, test } from 'vitest'
import { networkFault } from '../../../src/diagnostics/network-fault.ts'

/** As Node, OpenSSL, undici and the libraries over them say it. */
describe('what an error of the network is', () => {
  test.each([
    ['getaddrinfo ENOTFOUND console.tim.qq.com', 'dns'],
    ['ENOTFOUND', 'dns'],
    ['getaddrinfo EAI_AGAIN db', 'dns'],
    ['certificate has expired', 'certificate-expired'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['certificate is not yet valid', 'certificate-early'],
    ['self-signed certificate', 'certificate-issuer'],
    ['self signed certificate in certificate chain', 'certificate-issuer'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-issuer'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-issuer'],
    ['unable to get local issuer certificate', 'certificate-issuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-issuer'],
    ['unable to verify the first certificate', 'certificate-issuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-issuer'],
    [
      "Hostname/IP does not match certificate's altnames: Host: a.example. is not in the cert's altnames: DNS:b.example",
      'certificate-host',
    ],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-host'],
    ['certificate revoked', 'certificate-revoked'],
    ['write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['Client network socket disconnected before secure TLS connection was established', 'tls'],
    ['Proxy response (407) !== 200 when HTTP Tunneling', 'proxy'],
    ['http_407', 'proxy'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'refused'],
    ['connect EHOSTUNREACH 10.0.0.1:443', 'unroutable'],
    ['ENETUNREACH', 'unroutable'],
    ['Connect Timeout Error (attempted address: a.example:443, timeout: 2500ms)', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['timeout expired', 'timeout'],
    ['read ECONNRESET', 'reset'],
    ['socket hang up', 'reset'],
    ['other side closed', 'reset'],
  ] as const)('%s', (said, fault) => {
    expect(networkFault(said)).toBe(fault)
  })

  test.each(['', 'invalid_auth', '28P01', 'http_503', 'UserSig expired', 'no room', 'x'.repeat(40_000)])(
    '%s is none',
    (said) => {
      expect(networkFault(said)).toBeNull()
    },
  )
})
