import tls from 'node:tls'
import type { ApnsCertificate, ApnsKey } from '../../../diagnostics/vendors/credential.ts'
import { credentialKey } from '../credential-key.ts'
import { deadline } from '../deadline.ts'
import type { ApnsTls } from './apns.ts'
import type { ApnsAnswer } from './apns-answer.ts'
import type { ApnsBounds } from './apns-bounds.ts'
import { apnsFailure } from './apns-failure.ts'
import { ApnsSession } from './apns-session.ts'
import { openSocket } from './open-socket.ts'

type Opened = { session: ApnsSession } | { failure: ApnsAnswer }

/** The connections to Apple: one for each credential and host, opened when needed, kept while used. */
export class ApnsSessions {
  readonly #bounds: ApnsBounds
  readonly #tls: ApnsTls
  readonly #kept = new Map<string, Promise<Opened>>()
  readonly #closing = new AbortController()

  constructor(bounds: ApnsBounds, tls: ApnsTls) {
    this.#bounds = bounds
    this.#tls = tls
  }

  /** An open connection that answers; null: the signal ended first. It rejects for nothing. */
  async get(credential: ApnsKey | ApnsCertificate, origin: URL, signal: AbortSignal): Promise<Opened | null> {
    if (this.#closing.signal.aborted) return { failure: CLOSED }
    const name = credentialKey([origin.origin, ...identityOf(credential)])
    const known = this.#kept.get(name)
    if (known !== undefined) {
      const opened = await unless(known, signal)
      if (opened === null) return null
      if ('failure' in opened) return opened
      if (await opened.session.isAlive()) return opened
    }
    // Another call may have opened one meanwhile.
    const current = this.#kept.get(name)
    const opening = current === undefined || current === known ? this.#open(name, credential, origin) : current
    return unless(opening, signal)
  }

  /** Cuts all connections, also those that are being opened. */
  async close(): Promise<void> {
    this.#closing.abort()
    const all = await Promise.all(this.#kept.values())
    for (const opened of all) if ('session' in opened) opened.session.destroy()
  }

  #open(name: string, credential: ApnsKey | ApnsCertificate, origin: URL): Promise<Opened> {
    const drop = () => {
      if (this.#kept.get(name) === opening) this.#kept.delete(name)
    }
    const opening = this.#connect(credential, origin, drop).then((opened) => {
      if ('failure' in opened) drop()
      return opened
    })
    this.#kept.set(name, opening)
    return opening
  }

  async #connect(credential: ApnsKey | ApnsCertificate, origin: URL, onEnd: () => void): Promise<Opened> {
    const context = this.#contextOf(credential)
    if (context === null) return { failure: UNREADABLE }
    // Several calls wait for it, so it is bounded by itself and not by one of theirs.
    const end = deadline(this.#closing.signal, this.#bounds.connect)
    try {
      const socket = await openSocket(origin, context, this.#tls, end.signal)
      return { session: new ApnsSession(origin, socket, this.#bounds, onEnd) }
    } catch (error) {
      if (end.cause() === 'timeout') return { failure: NO_CONNECTION }
      return { failure: apnsFailure(error, false) }
    } finally {
      end.release()
    }
  }

  #contextOf(credential: ApnsKey | ApnsCertificate): tls.SecureContext | null {
    try {
      return tls.createSecureContext({
        minVersion: 'TLSv1.2',
        ...(this.#tls.ca === undefined ? {} : { ca: this.#tls.ca }),
        ...(credential.kind === 'certificate' ? { cert: credential.certificate, key: credential.key.reveal() } : {}),
      })
    } catch {
      // What OpenSSL says tells nobody more than that.
      return null
    }
  }
}

const UNREADABLE: ApnsAnswer = {
  kind: 'rejected',
  reason: 'BadCertificate',
  info: 'not asked: the certificate or its key cannot be read, or they do not belong together',
}
const CLOSED: ApnsAnswer = { kind: 'unanswered', reason: 'cancelled', info: 'the program is ending' }
const NO_CONNECTION: ApnsAnswer = { kind: 'unanswered', reason: 'unreachable', info: 'no connection in time' }

const identityOf = (credential: ApnsKey | ApnsCertificate): readonly string[] =>
  credential.kind === 'key'
    ? ['key', credential.teamId, credential.keyId, credential.key.reveal()]
    : ['certificate', credential.certificate, credential.key.reveal()]

/** The value, or null when the signal ends first. */
function unless<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(null)
    signal.addEventListener('abort', giveUp, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
