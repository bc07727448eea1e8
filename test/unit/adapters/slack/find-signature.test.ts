import { describe, expect, it } from 'vitest'
import { findSignature } from '../../../../src/adapters/slack/find-signature.ts'
import { SIGNATURES } from '../../../servers/slack/signatures.ts'

const { valid } = SIGNATURES
const find = (text: string): string | null => findSignature(text)?.sig.reveal() ?? null

describe('findSignature', () => {
  it.each([
    ['alone', valid],
    ['in a sentence', `my sig is ${valid} and it fails`],
    ['in a fence', `\`\`\`\n${valid}\n\`\`\``],
    ['in quotation marks', `"userSig":"${valid}"`],
    ['after a sign', `usersig=${valid}&room=1`],
    ['wrapped over lines', `sig:\n${valid.match(/.{1,72}/g)?.join('\n')}\nthanks`],
    ['wrapped and quoted', `&gt; ${valid.match(/.{1,60}/g)?.join('\n> ')}`],
  ])('finds one %s', (_, text) => {
    expect(find(text)).toContain(valid.slice(0, 40))
    expect(find(text)?.replace(/&.*/, '')).toContain(valid)
  })

  it.each([['nothing'], ['eJw'], ['a prejudiced word of eJection'], ['']])('finds none in %j', (text) => {
    expect(find(text)).toBeNull()
  })

  it('takes the longer one', () => {
    expect(find(`eJw${'a'.repeat(50)} or ${valid}`)).toBe(valid)
  })

  it.each([
    [`userId: bob, sig: ${valid}`, 'bob'],
    [`{"userID":"li.lei","userSig":"${valid}"}`, 'li.lei'],
    [`用户：韩梅梅 ${valid}`, '韩梅梅'],
    [`does not work for me: ${valid}`, null],
    [`userSig: ${valid}`, null],
  ])('knows whose it is only where that is said', (text, user) => {
    expect(findSignature(text)?.user).toBe(user)
  })
})
