import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CAUSES } from '../../src/diagnostics/push/cause.ts'
import { pathOf } from '../../src/bot/command.ts'
import { COMMANDS } from '../../src/bot/registry.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { loadConfig } from '../../src/config/load-config.ts'

const read = (path: string): string => readFileSync(path, 'utf8')

/** What a document shows as typed to the bot, with its placeholders filled in. */
const filledIn = (form: string): string =>
  form
    .replaceAll(/ \[[^\]]*\]/g, '')
    .replace(/<user…?>/, 'alice')
    .replace('<sig>', 'eJw')
    .replace('<code>', '70009')
    .replace('<id>', '12')
    .replace('<when>', '"every day 9:00"')
    .replace('<channel>', '#push-ops')

describe('the README', () => {
  const readme = read('README.md')

  it.each([...readme.matchAll(/`(\/(?:usersig|push|im) [^`]+)`/g)].map(([, form]) => form ?? ''))(
    'shows a command that exists: %s',
    (form) => {
      expect(readRequest(COMMANDS, filledIn(form))).toMatchObject({ kind: 'command' })
    },
  )

  it.each(COMMANDS.map((command) => `/${pathOf(command).join(' ')}`))('tells of %s', (command) => {
    expect(readme).toContain(command)
  })

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...(readme + read('CONTRIBUTING.md')).matchAll(/npm (?:run (\S+?)|(start|test))(?=[\s`])/g)]
    expect(named.length).toBeGreaterThan(2)
    for (const [, run, known] of named) expect(Object.keys(scripts)).toContain(run ?? known)
  })

  it.each([...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path ?? ''))(
    'links to a file that is there: %s',
    (path) => {
      expect(readFileSync(path).length).toBeGreaterThan(0)
    },
  )
})

describe('docs/usersig.md', () => {
  it('lists every finding and no other', () => {
    const rows = [...read('docs/usersig.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
      ([, cell]) => cell?.match(/[a-z0-9-]{4,}/g) ?? [],
    )
    expect(new Set(rows)).toEqual(new Set(Object.keys(textsFor('en').usersig.findings)))
  })
})

describe('docs/push.md', () => {
  it('lists every cause and no other', () => {
    const causes = read('docs/push.md').split('## Causes')[1]?.split('\n## ')[0] ?? ''
    expect([...causes.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, cause = '']) => cause).toSorted()).toEqual(
      [...CAUSES].toSorted(),
    )
  })
})

describe('docs/configuration.md', () => {
  it('shows a configuration that can be loaded', () => {
    const yaml = /```yaml\n([\s\S]+?)```/.exec(read('docs/configuration.md'))?.[1] ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'im-doctor-'))
    writeFileSync(join(folder, 'im-doctor.yaml'), yaml)
    writeFileSync(join(folder, 'legacy.pem'), '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n')
    const variables = Object.fromEntries(
      [...yaml.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => [name, `value-of-${name}`]),
    )
    expect(loadConfig(join(folder, 'im-doctor.yaml'), variables)).toMatchObject({ kind: 'loaded' })
  })
})

describe('docs/dependencies.md', () => {
  it('gives a reason for every dependency and for no other', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const rows = [...read('docs/dependencies.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    )
    expect(new Set(rows)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })))
  })
})

describe('docs/reports.md', () => {
  it('shows reports and alerts that can be configured', () => {
    const yaml = /```yaml\n([\s\S]+?)```/.exec(read('docs/reports.md'))?.[1] ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'im-doctor-'))
    const rest = 'apps: { prod: { sdkAppId: 1400000000, secretKey: x } }\nslack: { botToken: x, appToken: x }\n'
    writeFileSync(join(folder, 'im-doctor.yaml'), rest + yaml)
    expect(loadConfig(join(folder, 'im-doctor.yaml'), {})).toMatchObject({
      kind: 'loaded',
      file: { reports: [{ when: '0 9 * * 1-5' }] },
    })
  })
})

describe('compose.yaml', () => {
  it('starts two replicas over one Postgres', () => {
    expect(parse(read('compose.yaml'))).toMatchObject({
      services: {
        postgres: { image: expect.stringContaining('postgres:') as unknown },
        'im-doctor': {
          deploy: { replicas: 2 },
          environment: { DATABASE_URL: expect.stringMatching(/^postgres:\/\/.+@postgres:5432\//) as unknown },
        },
      },
    })
  })
})
