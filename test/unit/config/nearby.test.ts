import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/load-config.ts'
import { lookNearby } from '../../../src/config/nearby.ts'
import type { Environment } from '../../../src/config/read-source.ts'
import { problemSentence } from '../../../src/config/texts.ts'
import { folderWith } from '../../support/config-file.ts'

/** What is said of a folder with these files. */
const near = (files: readonly string[], environment: Environment = {}, isConfigured = false) => {
  const folder = folderWith(Object.fromEntries(files.map((name) => [name, 'apps: {}'])))
  const { misnamed, warnings } = lookNearby(join(folder, 'here'), environment, isConfigured)
  return { misnamed, warnings: warnings.map((warning) => problemSentence(warning, 'en')) }
}

describe('a file that is meant to be the configuration', () => {
  test.each([
    'im-doctor.yml',
    'im-doctor.yaml.txt',
    'imdoctor.yaml',
    'im_doctor.yaml',
    'IM-Doctor.yaml',
    '.im-doctor.yaml',
    'im-doctor.json',
  ])('%s is found in the folder', (name) => {
    expect(near([`here/${name}`]).misnamed).toBe(name)
  })

  test.each([
    ['../im-doctor.yaml', 'im-doctor.yaml'],
    ['../im-doctor.yml', 'im-doctor.yml'],
    ['config/im-doctor.yaml', 'here/config/im-doctor.yaml'],
    ['deploy/im-doctor.yaml', 'here/deploy/im-doctor.yaml'],
  ])('%s is named', (path, name) => {
    expect(near(['here/README.md', name]).warnings).toEqual([
      `${path} is not read: only im-doctor.yaml in the folder where the program starts is. Start it there, or name the file with --config or IM_DOCTOR_CONFIG.`,
    ])
  })

  test.each([['here/im-doctor.yml/file'], ['here/other.yaml'], ['here/README.md']])('%s is none', (name) => {
    expect(near([name])).toEqual({ misnamed: null, warnings: [] })
  })
})

describe('a variable that is nearly right', () => {
  test.each([
    ['IM_APP_ID', 'IM_SDK_APP_ID'],
    ['IM_SDKAPPID', 'IM_SDK_APP_ID'],
    ['SDKAPPID', 'IM_SDK_APP_ID'],
    ['SDK_APP_ID', 'IM_SDK_APP_ID'],
    ['TIM_SDK_APP_ID', 'IM_SDK_APP_ID'],
    ['TENCENT_IM_SDKAPPID', 'IM_SDK_APP_ID'],
    ['TENCENTCLOUD_IM_SDK_APP_ID', 'IM_SDK_APP_ID'],
    ['im_sdk_app_id', 'IM_SDK_APP_ID'],
    ['IM_DOCTOR_SDK_APP_ID', 'IM_SDK_APP_ID'],
    ['TIM_SECRET_KEY', 'IM_SECRET_KEY'],
    ['IM_SECRETKEY', 'IM_SECRET_KEY'],
    ['IM_SECRET', 'IM_SECRET_KEY'],
    ['IM_KEY', 'IM_SECRET_KEY'],
    ['TENCENT_IM_SECRET_KEY', 'IM_SECRET_KEY'],
    ['TIM_SDK_SECRET_KEY', 'IM_SECRET_KEY'],
    ['IM_APP_KEY', 'IM_SECRET_KEY'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
    ['SLACK_BOT_OAUTH_TOKEN', 'SLACK_BOT_TOKEN'],
    ['SLACK_APP_LEVEL_TOKEN', 'SLACK_APP_TOKEN'],
    ['SLACK_SIGNING_KEY', 'SLACK_SIGNING_SECRET'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_CLIENT_ID', 'DISCORD_APPLICATION_ID'],
    ['IM_DOCTOR_CONFIG_FILE', 'IM_DOCTOR_CONFIG'],
    ['IMDOCTOR_CONFIG', 'IM_DOCTOR_CONFIG'],
  ])('%s: %s', (given, meant) => {
    expect(near([], { [given]: 'x' }).warnings).toEqual([`${given} is not read. Did you mean ${meant}?`])
    expect(near([], { [given]: 'x', [meant]: 'y' }).warnings).toEqual([])
    expect(near([], { [given]: '' }).warnings).toEqual([])
  })

  test.each([
    'PATH',
    'HOME',
    'SECRET_KEY',
    'APP_ID',
    'AWS_SECRET_ACCESS_KEY',
    'TENCENTCLOUD_SECRET_ID',
    'TENCENTCLOUD_SECRET_KEY',
    'TENCENT_SECRET_KEY',
    'SLACK_WEBHOOK_URL',
    'GITHUB_TOKEN',
    'POSTGRES_URL',
    'IM_SDK_APP_ID',
    'A'.repeat(5_000),
  ])('%s is somebody else’s', (name) => {
    expect(near([], { [name]: 'x' }).warnings).toEqual([])
  })

  test('the address of a database counts only where an app is configured', () => {
    expect(near([], { POSTGRES_URL: 'x' }, true).warnings).toEqual([
      'POSTGRES_URL is not read. Did you mean DATABASE_URL?',
    ])
  })
})

test('a variable that names no file, and a store without an app, are told', () => {
  expect(near([], { IM_DOCTOR_CONFIG: ' ', DATABASE_URL: 'postgres://db/im' }).warnings).toEqual([
    'IM_DOCTOR_CONFIG is set, but empty, so it names no file. Set it to the path of im-doctor.yaml, or unset it.',
    'DATABASE_URL is not used: no app is configured. Set IM_SDK_APP_ID and IM_SECRET_KEY, or write im-doctor.yaml.',
  ])
})

test('some of the required variables are no configuration', () => {
  const loaded = loadConfig(undefined, { IM_SDK_APP_ID: '1400000000', IM_SECRETKEY: 'x' })
  if (loaded.kind !== 'wrong') throw new Error(loaded.kind)
  expect(loaded.problems.map((problem) => problemSentence(problem, 'en'))).toEqual([
    'IM_SECRET_KEY is missing. Set it.',
  ])
  expect(loaded.warnings.map((warning) => problemSentence(warning, 'en'))).toEqual([
    'IM_SECRETKEY is not read. Did you mean IM_SECRET_KEY?',
  ])
})

test('an option that names nothing is refused', () => {
  const loaded = loadConfig('', {})
  expect(loaded).toMatchObject({ kind: 'wrong', problems: [{ key: '--config', problem: 'empty-option' }] })
})

describe('a store', () => {
  const store = (value: string) => {
    const loaded = loadConfig(undefined, {
      IM_SDK_APP_ID: '1400000000',
      IM_SECRET_KEY: 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb',
      DATABASE_URL: value,
    })
    return loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, 'en')) : []
  }

  test.each([
    'postgress://user:word@host/db',
    'postgre://user:word@host/db',
    'postgre:user:word@host/db',
    'postgres:/host/db',
    'postgres//host/db',
    'postgres:host/db',
    'postgresql+asyncpg://user:word@host/db',
    'jdbc:postgresql://host:5432/db',
    'pgsql://host/db',
    'psql://host/db',
    'pg://host/db',
    'potsgres://host/db',
    'postgres',
  ])('%s is no address of Postgres, and no folder', (value) => {
    expect(store(value)).toEqual([
      'DATABASE_URL is not a valid Postgres URL. Write postgres://user:password@host:5432/database.',
    ])
  })

  test.each([
    'mysql://user:word@host/db',
    ' mysql://host/db',
    'mongodb+srv://host/db',
    'redis://host',
    'sqlite:///data/im.db',
    'sqlite:im.db',
    'file:./data',
    'file:///data',
    'user:word@host:5432/db',
    'host:5432/db',
    'db.internal:5432',
    'user@host/db',
    'host=db user=im dbname=im',
    '$DATABASE_URL',
    'https://db.example.com',
    '//db/im',
    'im:word@db',
    's3://bucket',
    'tcp:host',
    'mysql',
  ])('%s is no folder', (value) => {
    expect(store(value)).toEqual([
      'DATABASE_URL must be a folder (a path such as ./data), or postgres://user:password@host:5432/database.',
    ])
  })

  test.each(['"postgres://host/db"', "'./data'"])('%s has quotation marks', (value) => {
    expect(store(value)).toEqual([expect.stringContaining('quotation marks')])
  })

  test('the folder of a person is written whole', () => {
    expect(store('~/data')).toEqual([expect.stringContaining('starts with ~')])
  })

  test('an address that cannot be read is refused', () => {
    expect(store('postgres://user:pa/ss#word@host:5432/db')).toEqual([expect.stringContaining('%XX')])
  })

  test.each([
    './data',
    'data',
    '/var/lib/im-doctor',
    '../data.d',
    'C:\\im-doctor\\data',
    './postgres',
    'data/2026',
    ':memory:',
    'postgres://user:word@host/db',
    'postgresql://host/db?sslmode=require',
    'postgres:///db',
  ])('%s is right', (value) => {
    expect(store(value)).toEqual([])
  })
})
