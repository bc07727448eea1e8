import { expect, test } from 'vitest'
import { boundedLabel } from '../../../../src/adapters/http/bounded-label.ts'
import { ENDPOINTS } from '../../../../src/adapters/tencent/endpoints.ts'
import { createMetrics } from '../../../../src/adapters/http/metrics.ts'

test('counts commands, acknowledgements, platform errors and defects', async () => {
  const metrics = createMetrics()
  metrics.command({ command: 'usersig.verify', status: 'ok', platform: 'slack', milliseconds: 12 })
  metrics.command({ command: null, status: 'usage', platform: 'discord', milliseconds: 1 })
  metrics.acknowledged('slack', 40)
  metrics.platformError('slack', 'chat.postMessage', 'ratelimited')
  metrics.defect()
  const text = await metrics.registry.metrics()
  expect(text).toContain('im_doctor_commands_total{command="usersig.verify",status="ok",platform="slack"} 1')
  expect(text).toContain('im_doctor_commands_total{command="none",status="usage",platform="discord"} 1')
  expect(text).toContain('im_doctor_command_seconds_bucket{le="0.05",command="usersig.verify"} 1')
  expect(text).toContain('im_doctor_command_seconds_bucket{le="0.01",command="usersig.verify"} 0')
  expect(text).toContain('im_doctor_acknowledge_seconds_bucket{le="0.05",surface="slack"} 1')
  expect(text).toContain(
    'im_doctor_platform_errors_total{surface="slack",call="chat.postMessage",code="ratelimited"} 1',
  )
  expect(text).toContain('im_doctor_defects_total 1')
  expect(text).toContain('process_resident_memory_bytes')
})

test('counts the questions to Tencent by their endpoint', async () => {
  const metrics = createMetrics()
  for (const endpoint of Object.keys(ENDPOINTS)) metrics.called(endpoint, 'ok', 20)
  const text = await metrics.registry.metrics()
  for (const endpoint of Object.keys(ENDPOINTS))
    expect(text).toContain(`im_doctor_tencent_calls_total{endpoint="${endpoint}",outcome="ok"} 1`)
})

test('two programs in one process count apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.defect()
  expect(await other.registry.metrics()).toContain('im_doctor_defects_total 0')
})

test('what a platform sends as its error code cannot fill the registry, nor carry words', async () => {
  const metrics = createMetrics()
  metrics.platformError('slack', 'chat.update', 'no such user "li lei" eJwtzMEKgkAU')
  for (let code = 0; code < 5_000; code++) metrics.platformError('discord', 'reply', String(code))
  const text = await metrics.registry.metrics()
  expect(text).not.toContain('li lei')
  expect(text.match(/im_doctor_platform_errors_total\{/g)?.length).toBeLessThan(110)
})

test('a bounded label keeps the first values and calls the rest other', () => {
  const label = boundedLabel(2)
  expect(['a', 'b', 'c', 'a', 'b c', ''].map(label)).toEqual(['a', 'b', 'other', 'a', 'other', 'other'])
})
