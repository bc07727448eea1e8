import { describe, expect, it } from 'vitest'
import { parsePrivileges } from '../../../../src/diagnostics/usersig/privileges.ts'
import { PRIVILEGES } from '../../../../src/diagnostics/usersig/report.ts'
import { privilegesOf } from '../../../../src/diagnostics/usersig/userbuf.ts'

describe('privileges', () => {
  it.each([
    ['all', 255],
    ['ALL', 255],
    ['255', 255],
    ['42', 42],
    ['1,2', 3],
    ['create-room', 1],
    ['enter-room,receive-audio,receive-video', 42],
    ['enter, hear, see', 42],
    ['Enter_Room', 2],
    ['create，enter', 3],
    ['audio', 12],
    ['video', 48],
    ['substream', 192],
    ['screen+enter', 194],
    ['send-substream receive-substream', 192],
  ])('%j is %i', (text, privilegeMap) => {
    expect(parsePrivileges(text)).toEqual({ kind: 'privileges', privilegeMap })
  })

  it.each([
    ['', ''],
    [' , ', ''],
    ['0', '0'],
    ['256', '256'],
    ['enter,fly', 'fly'],
    ['constructor', 'constructor'],
    ['-1', '-1'],
    ['room', 'room'],
  ])('%j names no right by %j', (text, word) => {
    expect(parsePrivileges(text)).toEqual({ kind: 'unknown-privilege', word })
  })

  it('are named from the lowest bit up', () => {
    expect(privilegesOf(255)).toEqual(PRIVILEGES)
    expect(privilegesOf(42)).toEqual(['enter-room', 'receive-audio', 'receive-video'])
    expect(privilegesOf(0)).toEqual([])
  })
})
