import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Secret } from '../../diagnostics/secret.ts'

/**
 * Puts a secret into something that Slack keeps for us, a button or a modal, so that every process of this bot can go
 * on with it, also after a restart, while nobody else can read it.
 */
export interface Seal {
  /** @param owner Slack id of the only person for whom it is opened again @param until UNIX milliseconds */
  close(value: Secret, owner: string, until: number): string
  /** Null for what is not ours, not this person's, too old, or altered. */
  open(sealed: string, owner: string): Secret | null
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

const content = z.tuple([z.number(), z.string()])

/** The key is made of the bot token, which is the same in all processes of one bot, and changes with every new one. */
export function createSeal(botToken: Secret, now: () => number): Seal {
  const key = Buffer.from(hkdfSync('sha256', botToken.reveal(), '', 'im-doctor slack seal', 32))
  return {
    close(value, owner, until) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner))
      const hidden = [cipher.update(JSON.stringify([until, value.reveal()]), 'utf8'), cipher.final()]
      return Buffer.concat([nonce, cipher.getAuthTag(), ...hidden]).toString('base64url')
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length <= NONCE + TAG) return null
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      try {
        const shown = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString()
        const [until, value] = content.parse(JSON.parse(shown))
        return until > now() ? new Secret(value) : null
      } catch {
        return null
      }
    },
  }
}
