import { describe, expect, it } from 'vitest'
import { findSignature } from '../../../../src/adapters/discord/find-signature.ts'

const SIG = 'eJwtzMEKgkAUheF3mXXInXEaVGhhtbBQ0sZQdxYz1a00GceponeP1OX5zn-x5B1vvWepMY7wCCF1hZWp8NicxEBY4FJLBQGR'

describe('findSignature', () => {
  it.each([
    ['alone', SIG],
    ['in a sentence', `can someone check ${SIG} please? it fails with 70001`],
    ['in inline code', `sig \`${SIG}\` of alice`],
    ['in a fence', `\`\`\`\n${SIG}\n\`\`\``],
    ['in a fence with a language', `here\n\`\`\`json\n${SIG}\`\`\``],
    ['in JSON', `{"userID":"alice","userSig":"${SIG}"}`],
    ['as a parameter', `https://example.com/login?usersig=${SIG}&user=alice`],
    ['beside a longer run of the alphabet', `trace ${'a1b2c3d4'.repeat(20)}\n${SIG}`],
    ['wrapped over lines', `the sig:\n${SIG.slice(0, 60)}\n${SIG.slice(60)}\nthanks`],
  ])('finds one that stands %s', (_, text) => {
    expect(findSignature(text)).toBe(SIG)
  })

  it('takes what is damaged at its beginning, for the verifier to explain', () => {
    expect(findSignature(`sig ${SIG.slice(4)}`)).toBe(SIG.slice(4))
  })

  it.each(['', 'why does alice get no push?', '为什么 alice 收不到推送', 'https://example.com/a/b/c'])(
    'finds none in %j',
    (text) => {
      expect(findSignature(text)).toBeNull()
    },
  )

  it('is bounded', () => {
    expect(findSignature(`eJ${'x'.repeat(50_000)}`)).toHaveLength(6000)
  })
})
