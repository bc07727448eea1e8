import { describe, expect, it } from 'vitest'
import { findSignature } from '../../../../src/bot/words/find-signature.ts'
import { SIGNATURES } from '../../../servers/slack/signatures.ts'

const SIG = 'eJwtzMEKgkAUheF3mXXInXEaVGhhtbBQ0sZQdxYz1a00GceponeP1OX5zn-x5B1vvWepMY7wCCF1hZWp8NicxEBY4FJLBQGR'
const { valid } = SIGNATURES
const find = (text: string): string | null => findSignature(text)?.sig.reveal() ?? null
const lines = (sig: string, width: number): readonly string[] => sig.match(new RegExp(`.{1,${width}}`, 'g')) ?? []

describe.each([
  ['a bare one', SIG],
  ['a real one', valid],
])('findSignature, %s', (_, sig) => {
  it.each([
    ['alone', sig],
    ['in a sentence', `can someone check ${sig} please? it fails with 70001`],
    ['in inline code', `sig \`${sig}\` of alice`],
    ['in a fence', `\`\`\`\n${sig}\n\`\`\``],
    ['in a fence with a language', `here\n\`\`\`json\n${sig}\`\`\``],
    ['in a fence, beside a longer one', `eJw${'a'.repeat(500)} or\n\`\`\`\n${sig}\n\`\`\``],
    ['in quotation marks', `"userSig":"${sig}"`],
    ['in JSON', `{"userID":"alice","userSig":"${sig}"}`],
    ['in JSON within JSON', `{"body":"{\\"userSig\\":\\"${sig}\\"}"}`],
    ['as a parameter', `https://example.com/login?usersig=${sig}&user=alice`],
    ['as the first parameter', `usersig=${sig}&room=1`],
    ['beside a longer run of the alphabet', `trace ${'a1b2c3d4'.repeat(20)}\n${sig}`],
    ['before a longer run that begins like one', `${sig} or eJw${'a'.repeat(50)}`],
    ['after a shorter one', `eJw${'a'.repeat(50)} or ${sig}`],
    ['wrapped over lines', `the sig:\n${lines(sig, 60).join('\n')}\nthanks`],
    ['wrapped over longer lines', `sig:\n${lines(sig, 72).join('\n')}\nthanks`],
    ['wrapped over lines, with a number below', `the sig:\n${lines(sig, 60).join('\n')}\n${'0a1b'.repeat(8)}`],
    ['wrapped after a label', `sig: ${sig.slice(0, 50)}\n${lines(sig.slice(50), 72).join('\n')}\nthanks`],
    ['wrapped and quoted', `> ${lines(sig, 60).join('\n> ')}`],
    ['wrapped and quoted, in entities', `&gt; ${lines(sig, 60).join('\n> ')}`],
  ])('finds one that stands %s', (_, text) => {
    expect(find(text)).toBe(sig)
  })

  it('takes one of two that stand below each other', () => {
    expect(find(`${sig}\n${sig}`)).toBe(sig)
  })
})

describe('findSignature', () => {
  it('takes what is damaged at its beginning, for the verifier to explain', () => {
    expect(find(`sig ${SIG.slice(4)}`)).toBe(SIG.slice(4))
    expect(find(`usersig=${SIG.slice(4)}`)).toBe(SIG.slice(4))
  })

  it.each([
    '',
    'nothing',
    'eJw',
    'a prejudiced word of eJection',
    'why does alice get no push?',
    '为什么 alice 收不到推送',
    'https://example.com/a/b/c',
    'https://example.com/help/how-to-do-without-a-signature-in-2025',
    'trace 550e8400-e29b-41d4-a716-446655440000',
    `commit ${'0123abcd'.repeat(5)}`,
  ])('finds none in %j', (text) => {
    expect(findSignature(text)).toBeNull()
  })

  it('is bounded', () => {
    expect(find(`eJ${'x'.repeat(50_000)}`)).toHaveLength(6000)
  })

  it.each([
    [`userId: bob, sig: ${valid}`, 'bob'],
    [`{"userID":"li.lei","userSig":"${valid}"}`, 'li.lei'],
    [`https://example.com/login?user=bob&usersig=${valid}`, 'bob'],
    [`**User:** bob\n**Sig:** ${valid}`, 'bob'],
    [`User: **bob**\nSig: ${valid}`, 'bob'],
    [`用户：韩梅梅 ${valid}`, '韩梅梅'],
    [`user: <@123> sig: ${valid}`, null],
    [`user: @bob sig: ${valid}`, null],
    [`user: “@bob” sig: ${valid}`, '@bob'],
    [`does not work for me: ${valid}`, null],
    [`userSig: ${valid}`, null],
    [`user: ${valid}`, null],
  ])('knows whose it is only where that is said', (text, user) => {
    expect(findSignature(text)?.user).toBe(user)
  })
})
