import { plainRich } from '../../bot/cards/plain-text.ts'
import { textsFor } from '../../bot/texts/texts.ts'
import type { Device } from '../../diagnostics/devices/device.ts'
import { mainFlaw, readToken } from '../../diagnostics/vendors/read-token.ts'
import type { Problem } from './fields.ts'

const { tokens } = textsFor('en').push
const READER = { locale: 'en', timeZone: null, now: 0 } as const

/** Tokens that no vendor will take, since something else than the bare token was registered. They are stored all the same. */
export const tokenWarnings = (devices: readonly Device[]): readonly Problem[] =>
  devices.flatMap(({ token, vendor }, index) => {
    const flaws = token === null ? [] : readToken(token.reveal(), vendor).flaws
    const flaw = mainFlaw(flaws)
    if (flaw === undefined) return []
    const problem = [...tokens.registered(flaws), ' ', ...tokens.remedy(flaw, vendor)]
    return [{ path: `devices[${index}].token`, problem: plainRich(problem, READER) }]
  })
