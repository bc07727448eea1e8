import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { MANIFEST_LIMITS } from '../../../../src/adapters/slack/limits.ts'
import { manifestYaml, slackManifest } from '../../../../src/adapters/slack/manifest.ts'
import { FAMILIES } from '../../../../src/bot/command.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'

const manifest = z.object({
  display_information: z.object({
    name: z.string().max(MANIFEST_LIMITS.name),
    description: z.string().max(MANIFEST_LIMITS.description),
  }),
  features: z.object({
    shortcuts: z.array(
      z.object({
        name: z.string().max(MANIFEST_LIMITS.shortcutName),
        description: z.string().max(MANIFEST_LIMITS.shortcutDescription),
      }),
    ),
    slash_commands: z.array(
      z.object({
        command: z.string().max(MANIFEST_LIMITS.command),
        url: z.string().optional(),
        usage_hint: z.string().min(1).max(MANIFEST_LIMITS.usageHint),
        should_escape: z.literal(false),
      }),
    ),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).optional() }),
  }),
  settings: z.object({
    socket_mode_enabled: z.boolean(),
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string().optional() }),
  }),
})

describe('the manifest', () => {
  it('has a slash command for each family, and nothing that socket mode does not need', () => {
    const made = manifest.parse(slackManifest(COMMANDS, { mode: 'socket' }))
    const hints = new Map(made.features.slash_commands.map(({ command, usage_hint: hint }) => [command, hint]))
    expect([...hints.keys()].toSorted()).toEqual(FAMILIES.map((family) => `/${family}`).toSorted())
    expect(hints.get('/usersig')).toContain('verify <user> <sig>')
    expect(hints.get('/push')).toContain('why <user>')
    expect(made.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(made)).not.toContain('url')
  })

  it('says in http mode where everything goes', () => {
    const requestUrl = 'https://bot.example/slack/events'
    const made = manifest.parse(slackManifest(COMMANDS, { mode: 'http', requestUrl }))
    expect(made.settings.event_subscriptions.request_url).toBe(requestUrl)
    expect(made.settings.interactivity.request_url).toBe(requestUrl)
    expect(made.features.slash_commands.every(({ url }) => url === requestUrl)).toBe(true)
  })

  it.each([
    [true, true, false],
    [false, false, false],
    [undefined, false, true],
  ])('asks for user groups by need: %s', (usergroups, always, optional) => {
    const options = { mode: 'socket' as const, ...(usergroups === undefined ? {} : { usergroups }) }
    const { bot, bot_optional: left } = manifest.parse(slackManifest(COMMANDS, options)).oauth_config.scopes
    expect(bot.includes('usergroups:read')).toBe(always)
    expect(left?.includes('usergroups:read')).toBe(optional)
  })

  it('leaves it to the team whether the bot may do more than answer', () => {
    const { bot, bot_optional: left } = manifest.parse(slackManifest(COMMANDS, { mode: 'socket' })).oauth_config.scopes
    for (const scope of ['files:write', 'channels:history', 'groups:history', 'channels:read', 'chat:write.public']) {
      expect(bot).not.toContain(scope)
      expect(left).toContain(scope)
    }
  })

  it('explains every scope in YAML', () => {
    const yaml = manifestYaml(COMMANDS, { mode: 'socket' })
    expect(parse(yaml)).toEqual(slackManifest(COMMANDS, { mode: 'socket' }))
    const { bot, bot_optional: optional = [] } = manifest.parse(parse(yaml)).oauth_config.scopes
    for (const scope of [...bot, ...optional]) expect(yaml).toMatch(new RegExp(`- ${scope} # \\S`))
  })
})
