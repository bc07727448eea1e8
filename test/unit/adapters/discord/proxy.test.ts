import { expect, it } from 'vitest'
import { proxyFor } from '../../../../src/adapters/discord/proxy.ts'

const PROXY = 'http://proxy.example:3128'

it.each([
  ['https://discord.com/api', { HTTPS_PROXY: PROXY }, `${PROXY}/`],
  ['wss://gateway.discord.gg', { https_proxy: PROXY }, `${PROXY}/`],
  ['https://discord.com/api', { HTTP_PROXY: PROXY }, `${PROXY}/`],
  ['ws://localhost:1', { HTTPS_PROXY: PROXY }, undefined],
  ['https://discord.com/api', {}, undefined],
  ['https://discord.com/api', { HTTPS_PROXY: '' }, undefined],
  ['https://discord.com/api', { HTTPS_PROXY: 'nonsense' }, undefined],
  ['https://discord.com/api', { HTTPS_PROXY: PROXY, NO_PROXY: 'localhost,discord.com' }, undefined],
  ['wss://gateway.discord.gg', { HTTPS_PROXY: PROXY, no_proxy: '.discord.gg' }, undefined],
  ['https://notdiscord.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'discord.com' }, `${PROXY}/`],
  ['https://discord.com/api', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
  ['not a url', { HTTPS_PROXY: PROXY }, undefined],
])('finds the way to %s with %j', (url, environment, proxy) => {
  expect(proxyFor(url, environment)?.href).toBe(proxy)
})
