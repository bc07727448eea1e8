import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

interface SourceFile {
  /** From `src`, with slashes. */
  path: string
  text: string
  /** Files of `src` as paths, packages as they are named. */
  imports: readonly string[]
}

const IMPORT = /(?:^|[\s;])(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8')
  const imports = [...withoutComments(text).matchAll(IMPORT)].map(([, from, loaded]) => {
    const name = from ?? loaded ?? ''
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name
  })
  return { path, text, imports }
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readSource(path.replaceAll('\\', '/')))

const inside = (folder: string) => files.filter(({ path }) => path.startsWith(folder))

/** Imports of the files that none of the patterns allows, as "file → import". */
const forbidden = (from: readonly SourceFile[], allowed: readonly RegExp[]) =>
  from.flatMap(({ path, imports }) =>
    imports.filter((name) => !allowed.some((pattern) => pattern.test(name))).map((name) => `${path} → ${name}`),
  )

const PACKAGE = /^(?:node:|@?[a-z][\w./-]*$)/
const OURS = /^(?:diagnostics|bot|config|adapters|run)\/|\.ts$/
const isPackage = (name: string) => PACKAGE.test(name) && !OURS.test(name)

test('the sources are read', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(({ imports }) => imports)).toContain('diagnostics/secret.ts')
  expect(files.flatMap(({ imports }) => imports)).toContain('@slack/bolt')
})

describe('the arrows', () => {
  test('diagnostics knows nothing but itself', () => {
    expect(forbidden(inside('diagnostics/'), [/^diagnostics\//, /^node:/])).toEqual([])
  })

  test('the bot knows diagnostics', () => {
    expect(
      forbidden(inside('bot/'), [/^bot\//, /^diagnostics\//, /^(?:zod|croner)$/, /^node:(?:crypto|events)$/]),
    ).toEqual([])
  })

  test('the configuration knows the bot and diagnostics', () => {
    expect(
      forbidden(inside('config/'), [/^(?:config|bot|diagnostics)\//, /^node:/, /^(?:zod|yaml|node-forge)$/]),
    ).toEqual([])
  })

  const adapters = readdirSync(join(SRC, 'adapters'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

  test.each(adapters.map(({ name }) => name))('the adapter %s knows no other, but what they share', (name) => {
    const own = new RegExp(`^adapters/(?:${name}/|[^/]+\\.ts$)`)
    const ours = inside(`adapters/${name}/`).map((file) => ({
      ...file,
      imports: file.imports.filter((each) => !isPackage(each)),
    }))
    expect(forbidden(ours, [own, /^(?:bot|diagnostics|config)\//])).toEqual([])
  })

  test('what the adapters share knows none of them', () => {
    const shared = inside('adapters/').filter(({ path }) => dirname(path) === 'adapters')
    expect(shared.map(({ path }) => path)).toContain('adapters/surface.ts')
    expect(forbidden(shared, [/^adapters\/[^/]+\.ts$/, /^(?:bot|diagnostics)\//, /^(?:node:|pino$)/])).toEqual([])
  })

  test('only the composition knows several adapters', () => {
    const several = files.filter(({ imports }) => {
      const known = imports.map((name) => /^adapters\/([^/]+)\//.exec(name)?.[1]).filter((name) => name !== undefined)
      return new Set(known).size > 1
    })
    const outside = several.map(({ path }) => path).filter((path) => !/^(?:run\/|main\.ts$|compose)/.test(path))
    expect(outside).toEqual([])
  })

  test('nothing but the command line knows the composition', () => {
    const users = files.filter(({ imports }) => imports.some((name) => /^(?:compose|run\/|main)/.test(name)))
    expect(users.map(({ path }) => path).filter((path) => !/^(?:run\/|main\.ts$|compose)/.test(path))).toEqual([])
  })

  test.each([
    ['the libraries of Slack', /^@slack\//, 'adapters/slack/'],
    ['discord.js', /^discord/, 'adapters/discord/'],
    ['the log library', /^pino/, 'adapters/'],
    ['the HTTP framework', /^(?:hono|@hono\/)/, 'adapters/'],
  ])('%s: one place', (_, library, folder) => {
    const users = files.filter(({ imports }) => imports.some((name) => library.test(name))).map(({ path }) => path)
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter((path) => !path.startsWith(folder) && !/^(?:compose|run\/)/.test(path))).toEqual([])
  })
})

describe('habits', () => {
  test('the time and chance are parameters', () => {
    const pure = [...inside('diagnostics/'), ...inside('bot/'), ...inside('config/')]
    const calls =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(?:Timeout|Interval)\b|\brandomUUID\b|\bprocess\.(?:env|exit|on|std|arg)/
    expect(pure.filter(({ text }) => calls.test(withoutComments(text))).map(({ path }) => path)).toEqual([])
  })

  test('names are in kebab-case', () => {
    const names = files.map(({ path }) => basename(path, '.ts'))
    expect(names.filter((name) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
  })

  test('no file has more than 300 lines, but for the catalogue of codes', () => {
    const long = files.filter(({ path, text }) => !path.includes('codes/catalogue/') && text.split('\n').length > 301)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('there is no any, no default export, and no machine path', () => {
    const bad = /(?<!\?):\s*any\b|\bas any\b|<any>|^export default|\/(?:home|root|Users|work)\//m
    expect(files.filter(({ text }) => bad.test(withoutComments(text))).map(({ path }) => path)).toEqual([])
  })

  test('only adapters, the configuration and the composition touch the machine', () => {
    const touching = [...inside('diagnostics/'), ...inside('bot/')].filter(({ imports }) =>
      imports.some((name) => /^node:(?:fs|http|https|net|child_process|os|dns|tls)/.test(name)),
    )
    expect(touching.map(({ path }) => path)).toEqual([])
  })
})
