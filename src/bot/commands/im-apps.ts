import { defineCommand } from '../command.ts'
import { code, rich } from '../rich.ts'
import { inBrackets } from '../texts/punctuation.ts'

export const imApps = defineCommand({
  family: 'im',
  name: 'apps',
  args: {},
  role: 'viewer',
  visibility: 'private',
  form: false,
  examples: ['apps'],
  run(_input, { services: { apps }, texts, locale }) {
    return {
      kind: 'ok',
      result: {
        defaultApp: apps.default.name,
        apps: apps.all.map(({ name, sdkAppId, region, push, previousSecretKeys, administrators, simulated }) => ({
          name,
          sdkAppId,
          region,
          push,
          administrators,
          previousKeys: previousSecretKeys.length,
          default: name === apps.default.name,
          simulated,
        })),
      },
      card: {
        tone: 'info',
        title: texts.apps.title,
        blocks: [
          {
            kind: 'table',
            columns: texts.apps.columns,
            rows: apps.all.map(({ name, sdkAppId, region, push }) => [
              name === apps.default.name
                ? rich`${code(name)}${inBrackets(texts.apps.isDefault, locale)}`
                : rich`${code(name)}`,
              rich`${String(sdkAppId)}`,
              rich`${region}`,
              rich`${texts.apps.push[push]}`,
            ]),
          },
          ...(apps.all.some(({ simulated }) => simulated)
            ? [{ kind: 'note' as const, text: texts.conversation.simulated }]
            : []),
        ],
        actions: [],
      },
    }
  },
})
