import { describe, expect, it } from 'vitest'
import { userDifference } from '../../../../src/diagnostics/usersig/user-difference.ts'

describe('two UserIDs that look alike', () => {
  it.each([
    ['alice ', 'alice', ['space-after'], 5, 'U+0020', null],
    [' alice', 'alice', ['space-before'], 0, 'U+0020', 'U+0061'],
    ['al ice', 'alice', ['space-inside'], 2, 'U+0020', 'U+0069'],
    ['alice\u00a0', 'alice', ['space-after'], 5, 'U+00A0', null],
    ['Alice', 'alice', ['case'], 0, 'U+0041', 'U+0061'],
    ['jos\u00e9', 'jose\u0301', ['unicode-form'], 3, 'U+00E9', 'U+0065'],
    ['ａlice', 'alice', ['full-width'], 0, 'U+FF41', 'U+0061'],
    ['ali\u200bce', 'alice', ['invisible'], 3, 'U+200B', 'U+0063'],
    ['alice\ufeff', 'alice', ['invisible'], 5, 'U+FEFF', null],
    ['аlice', 'alice', ['look-alike'], 0, 'U+0430', 'U+0061'],
    ['Αlice', 'Alice', ['look-alike'], 0, 'U+0391', 'U+0041'],
    ['user_l', 'user_1', ['look-alike'], 5, 'U+006C', 'U+0031'],
    ['u0', 'uO', ['look-alike'], 1, 'U+0030', 'U+004F'],
    ['Alice ', 'alice', ['space-after', 'case'], 0, 'U+0041', 'U+0061'],
    ['Аlice\u200b', 'alice', ['invisible', 'look-alike', 'case'], 0, 'U+0410', 'U+0061'],
  ])('%j and %j', (expected, actual, kinds, at, one, other) => {
    expect(userDifference(expected, actual)).toEqual({ kinds, at, expected: one, actual: other })
  })

  it.each([
    ['alice', 'bob'],
    ['alice', 'alice2'],
    ['用户1', '用户2'],
    [' ', '\u200b'],
  ])('%j and %j are simply two', (expected, actual) => {
    expect(userDifference(expected, actual)).toBeNull()
  })
})
