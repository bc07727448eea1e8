import { gatherDevices } from '../../diagnostics/push/gather-devices.ts'
import type { Card } from '../card.ts'
import { deviceEntry, deviceRow, tokenWarningEntries, tokenWarnings } from '../cards/push/device-rows.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { defineCommand } from '../command.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { accountExists, accountNote } from './account-note.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'
import { userArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

const MOST_SHOWN = 10

export const pushDevices = defineCommand({
  family: 'push',
  name: 'devices',
  args: { user: userArgument(), app: appArgument() },
  role: 'viewer',
  visibility: 'private',
  form: true,
  examples: ['devices alice'],
  async run({ user, app }, context) {
    const { texts, clock, signal } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const asked = accountExists({ app: chosen.app, userId: user }, opened.world.im, context)
    const read = await askStored(context, () =>
      gatherDevices({ app: chosen.app, userId: user }, opened.world, { clock, signal }),
    )
    if (read.kind !== 'read') return read
    const found = read.value
    const exists = await asked
    const { devices, buttons } = texts.push
    const about = { user, app: chosen.app.name }
    const card: Card = {
      tone: 'info',
      title: devices.title(shownUser(user)),
      blocks: [
        ...accountNote(user, exists, texts),
        found.length === 0
          ? { kind: 'text', text: devices.none }
          : {
              kind: 'table',
              columns: devices.columns,
              rows: found.slice(0, MOST_SHOWN).map((device, index) => deviceRow(device, index + 1, texts)),
            },
        ...tokenWarnings(found.slice(0, MOST_SHOWN), texts).map((text) => ({ kind: 'text' as const, text })),
        { kind: 'note', text: devices.noApi },
        ...(chosen.app.simulated ? [{ kind: 'note' as const, text: texts.conversation.simulated }] : []),
      ],
      actions: [
        ...(chosen.app.push === 'timpush' ? [runButton(buttons.test, 'push.check', about, 'primary')] : []),
        runButton(buttons.why, 'push.why', about),
      ],
    }
    return {
      kind: 'ok',
      result: {
        app: chosen.app.name,
        userId: user,
        exists,
        devices: found.map(deviceEntry),
        warnings: tokenWarningEntries(found),
      },
      card,
      audit: { app: chosen.app.name, user: shownUser(user), devices: found.length },
      remember: { args: { user, ...(app === undefined ? {} : { app }) }, snapshot: null },
    }
  },
})
