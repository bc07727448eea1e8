import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import type http2 from 'node:http2'
import type tls from 'node:tls'

/** Who may push here, and what for. */
export type ApnsSender =
  | { kind: 'key'; keyId: string; teamId: string /** PEM */; publicKey: string }
  | { kind: 'certificate'; certificate: string }

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const KNOWN = new Set(['authorization', 'content-type', 'content-length', 'apns-id', 'apns-collapse-id'])
const NEEDED = ['apns-topic', 'apns-push-type', 'apns-priority', 'apns-expiration']

/** What Apple documents and the request does not keep to. */
export function objectionsTo(
  headers: http2.IncomingHttpHeaders,
  body: string,
  expected: { topic: string; sender: ApnsSender; now: number; socket: tls.TLSSocket },
): string[] {
  const wrong: string[] = []
  const check = (right: boolean, what: string) => {
    if (!right) wrong.push(what)
  }
  check(headers[':method'] === 'POST', `method ${headers[':method']}`)
  check(headers[':scheme'] === 'https', `scheme ${headers[':scheme']}`)
  check(/^\/3\/device\/[\da-fA-F]+$/.test(headers[':path'] ?? ''), `path ${headers[':path']}`)
  for (const name of Object.keys(headers))
    check(name.startsWith(':') || KNOWN.has(name) || NEEDED.includes(name), `header ${name}`)
  for (const name of NEEDED) check(typeof headers[name] === 'string', `no ${name}`)
  check(headers['apns-topic'] === expected.topic, `topic ${String(headers['apns-topic'])}`)
  const id = headers['apns-id']
  check(id === undefined || UUID.test(String(id)), `apns-id ${String(id)}`)
  check(Buffer.byteLength(body) <= 4_096, 'a body over 4,096 bytes')
  wrong.push(...(headers['apns-push-type'] === 'background' ? quietness(headers, body) : alertness(headers, body)))
  wrong.push(...identity(headers, expected))
  return wrong
}

function quietness(headers: http2.IncomingHttpHeaders, body: string): string[] {
  const right =
    headers['apns-priority'] === '5' && headers['apns-expiration'] === '0' && body === '{"aps":{"content-available":1}}'
  return right ? [] : [`a background push that is not quiet: ${body}`]
}

function alertness(headers: http2.IncomingHttpHeaders, body: string): string[] {
  const { aps, ...rest } = JSON.parse(body) as { aps?: { alert?: Record<string, unknown>; sound?: unknown } }
  const right =
    headers['apns-push-type'] === 'alert' &&
    headers['apns-priority'] === '10' &&
    /^\d{1,10}$/.test(String(headers['apns-expiration'])) &&
    typeof aps?.alert?.['title'] === 'string' &&
    typeof aps.alert['body'] === 'string' &&
    Object.keys(rest).length === 0
  return right ? [] : [`no proper alert: ${body}`]
}

function identity(
  { authorization }: http2.IncomingHttpHeaders,
  { sender, now, socket }: { sender: ApnsSender; now: number; socket: tls.TLSSocket },
): string[] {
  if (sender.kind === 'certificate') {
    const shown = socket.getPeerCertificate(false).fingerprint256
    const right = shown === new X509Certificate(sender.certificate).fingerprint256 && authorization === undefined
    return right ? [] : ['another client certificate, or an authorization header beside it']
  }
  const [, head = '', claims = '', signature = ''] =
    /^bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization ?? '') ?? []
  if (signature === '') return [`authorization ${authorization}`]
  const { alg, kid } = decoded(head)
  const { iss, iat, ...more } = decoded(claims)
  const key = { key: createPublicKey(sender.publicKey), dsaEncoding: 'ieee-p1363' } as const
  const wrong: string[] = []
  if (alg !== 'ES256' || kid !== sender.keyId) wrong.push(`JWT header ${JSON.stringify({ alg, kid })}`)
  if (iss !== sender.teamId || Object.keys(more).length > 0) wrong.push(`JWT claims ${JSON.stringify({ iss, more })}`)
  const age = now / 1_000 - Number(iat)
  if (!Number.isInteger(iat) || age < 0 || age > 3_600) wrong.push(`JWT of ${age} s`)
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url')))
    wrong.push('JWT signature')
  if (Object.keys(socket.getPeerCertificate(false) ?? {}).length > 0) wrong.push('a client certificate beside the key')
  return wrong
}

const decoded = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString())
