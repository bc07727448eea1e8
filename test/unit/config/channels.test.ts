import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/load-config.ts'
import { problemSentence } from '../../../src/config/texts.ts'
import { folderWith } from '../../support/config-file.ts'

const APPS = {
  prod: { sdkAppId: 1_400_000_000, secretKey: 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb' },
}
const SLACK = { botToken: 'xoxb-1-2-abc', appToken: 'xapp-1-A0-1-ab' }
const DISCORD = { token: 'MTEyMjMzNDQ1NTY2Nzc4ODk5.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB' }

/** What is refused of an alert's and a report's channel, which are judged alike. */
function refused(channel: string, platforms: object): readonly string[] {
  const yaml = {
    apps: APPS,
    ...platforms,
    alerts: { channels: [channel] },
    reports: [{ when: 'every weekday 09:00', channel }],
  }
  const loaded = loadConfig(join(folderWith({ 'im-doctor.yaml': JSON.stringify(yaml) }), 'im-doctor.yaml'), {})
  return loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, 'en')) : []
}

test.each([
  ['discord:112233445566778899', { slack: SLACK }, 'is a channel of discord, which is not configured'],
  ['112233445566778899', { slack: SLACK }, 'is a channel of discord, which is not configured'],
  ['discord:#ops', { slack: SLACK }, 'is a channel of discord, which is not configured'],
  ['slack:C012AB3CD', { discord: DISCORD }, 'is a channel of slack, which is not configured'],
  ['C012AB3CD', { discord: DISCORD }, 'is a channel of slack, which is not configured'],
  ['slack:#ops', {}, 'is a channel of slack, which is not configured'],
  ['slack:C012AB3CD', {}, 'is a channel of slack, which is not configured'],
  ['#ops', { slack: SLACK, discord: DISCORD }, 'Write the platform before it'],
  ['#ops', {}, 'is no channel that I can read'],
  ['here', { slack: SLACK }, 'is no channel that I can read'],
  ['telegram:ops', { slack: SLACK }, 'is no channel that I can read'],
])('%s with %j is refused', (channel, platforms, expected) => {
  expect(refused(channel, platforms)).toEqual([
    expect.stringMatching(new RegExp(`^reports\\.0\\.channel .*${expected}`)),
    expect.stringMatching(new RegExp(`^alerts\\.channels\\.0 .*${expected}`)),
  ])
})

test.each([
  ['slack:C012AB3CD', { slack: SLACK }],
  ['#ops', { slack: SLACK }],
  ['#ops', { discord: DISCORD }],
  ['discord:112233445566778899', { slack: SLACK, discord: DISCORD }],
  ['slack:#ops', { slack: SLACK, discord: DISCORD }],
])('%s with %j is right', (channel, platforms) => {
  expect(refused(channel, platforms)).toEqual([])
})
