import type { Device } from '../../diagnostics/devices/device.ts'
import { endingWithin } from '../../diagnostics/ending-within.ts'
import { caseNumber } from '../../diagnostics/push/case-number.ts'
import { markOf, numberedDevice, parseDeviceNumber, registrationOf } from '../../diagnostics/push/numbered-device.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import { gatherDevices } from '../../diagnostics/push/gather-devices.ts'
import { probeDevices, type DeviceProbe } from '../../diagnostics/push/probes/device-tokens.ts'
import { testPush, type TestPushResult } from '../../diagnostics/push/test-push.ts'
import { vendorTarget, vendorTest, type VendorTarget } from '../../diagnostics/push/vendor-test.ts'
import { isHeld } from '../../diagnostics/vendors/probe-token.ts'
import { optionalFlag, optionalText } from '../argument.ts'
import {
  checkCard,
  checkResult,
  confirmCard,
  followingCard,
  isOverLimit,
  type CheckCardOptions,
} from '../cards/push/check-card.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { deviceName } from '../cards/push/device-rows.ts'
import { replyResult } from '../cards/push/reply-words.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import type { InvalidReason } from '../problem.ts'
import type { World } from '../ports/world.ts'
import type { App } from '../services.ts'
import { shown, shownUser } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { userArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

const QUIET_MS = 12_000
/** With the look at the devices before it, below the 25 seconds in which a final card is promised. */
const AFTER_A_LOOK = { reserveMs: 3000, askMs: 6000, allMs: 14_000 }

export const pushCheck = defineCommand({
  family: 'push',
  name: 'check',
  args: {
    user: userArgument(),
    certificate: optionalText({ place: 'word' }, { maxLength: 20 }),
    device: optionalText({ place: 'option' }, { maxLength: 20 }),
    app: appArgument(),
    yes: optionalFlag(),
  },
  role: 'operator',
  guarded: true,
  visibility: 'public',
  form: true,
  examples: ['check alice', 'check alice --yes', 'check alice --device 1'],
  async run({ user, certificate, device: numbered, app: named, yes }, context) {
    const chosen = chooseApp(named, context)
    if (chosen.kind === 'usage') return chosen
    const { app } = chosen
    // A terminal has no button to confirm with, and a script no eyes to read what it confirms.
    if (!yes && context.place.kind === 'terminal') return refused({ kind: 'not-confirmed', user: shownUser(user) })
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const about: About = { app, user, certificateId: certificate ?? null, device: null, numbered: null }
    if (numbered !== undefined) return oneDevice(about, numbered, { yes, world: opened.world }, context)
    // What Tencent sends to all needs no look at any.
    const unread = yes && !byVendor(about)
    const read = await askStored(context, async () => (unread ? [] : devicesOf(about, opened.world, context)))
    if (read.kind !== 'read') return read
    const target = byVendor(about) ? vendorTarget({ app, certificateId: about.certificateId }, read.value) : null
    // Never more than was asked for: a push to all devices takes a question of its own.
    if (byVendor(about) && target === null) return refused(noTarget(about))
    return yes ? send(about, target, opened.world, context) : ask(about, target, read.value, opened.world, context)
  },
})

interface About {
  app: App
  user: string
  certificateId: string | null
  /** Tencent sends to it alone; null: to all. */
  device: { number: number; name: string; registrationId: Secret } | null
  /** The device that was asked for, so that a button holds on to it; null: none was. */
  numbered: string | null
}

/** To the device of that number, and to no other: by Tencent where its RegistrationID is known, else by its vendor. */
async function oneDevice(
  about: About,
  numbered: string,
  { yes, world }: { yes: boolean; world: World },
  context: Context,
): Promise<Outcome> {
  const { app, user } = about
  const { clock, signal, texts } = context
  const read = await askStored(context, () => gatherDevices({ app, userId: user }, world, { clock, signal }))
  if (read.kind !== 'read') return read
  const asked = parseDeviceNumber(numbered)
  const device = asked === null ? null : numberedDevice(asked, read.value)
  if (asked === null || device === null)
    return refused(
      { kind: 'no-such-number', given: shown(numbered), list: `/push devices ${shownUser(user)}` },
      'device',
    )
  const { number } = asked
  const name = deviceName(device, texts)
  const one: About = { ...about, numbered: `${number}#${markOf(device)}` }
  if (app.push !== 'timpush') {
    const target = vendorTarget({ app, certificateId: null }, [device])
    if (target === null) return refused(noTarget(about))
    return yes ? send(one, target, world, context) : ask(one, target, [device], world, context)
  }
  const registrationId = registrationOf(device, read.value)
  if (registrationId === null) return refused({ kind: 'no-registration', number, device: name }, 'device')
  const only: About = { ...one, device: { number, name, registrationId } }
  return yes ? send(only, null, world, context) : ask(only, null, [device], world, context)
}

const noTarget = ({ app, certificateId }: About): InvalidReason =>
  app.certificates.some(isHeld)
    ? { kind: 'no-device-known', certificateId, toAll: app.push === 'timpush' }
    : { kind: 'no-push-service' }

const refused = (reason: InvalidReason, argument: 'user' | 'device' = 'user'): Outcome => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: 'push.check', argument, reason },
})

/** Tencent sends to all devices; one certificate alone only its vendor can be asked for. */
const byVendor = ({ app, certificateId }: About): boolean =>
  app.push !== 'timpush' || app.certificates.some((each) => each.id === certificateId && isHeld(each))

const devicesOf = ({ app, user }: About, world: World, { clock, signal }: Context): Promise<readonly Device[]> =>
  app.certificates.some(isHeld) ? gatherDevices({ app, userId: user }, world, { clock, signal }) : Promise.resolve([])

const optionsOf = (
  { app, user, certificateId, device }: About,
  target: VendorTarget | null,
  number: string,
  probes: readonly DeviceProbe[] = [],
): CheckCardOptions => ({
  user,
  caseNumber: number,
  certificateId,
  simulated: app.simulated,
  device,
  target: target === null ? null : { vendor: target.certificate.vendor, model: target.device.model },
  probes,
})

/** First a question that shows nothing, then what would be shown, and on what. */
async function ask(
  about: About,
  target: VendorTarget | null,
  devices: readonly Device[],
  { vendors }: World,
  { texts, clock, signal }: Context,
): Promise<Outcome> {
  const { app, user, certificateId, numbered } = about
  const probes = await probeDevices(app, devices, vendors, { clock, signal: endingWithin(signal, QUIET_MS) })
  const own = probes.filter(({ certificate }) => certificateId === null || certificate.id === certificateId)
  const options = optionsOf(about, target, '', own)
  const args = {
    user,
    app: app.name,
    yes: true,
    ...(certificateId === null ? {} : { certificate: certificateId }),
    ...(numbered === null ? {} : { device: numbered }),
  }
  return {
    kind: 'ok',
    result: {
      confirmed: false,
      userId: user,
      probes: own.map(({ certificate, reply }) => ({
        certificateId: certificate.id,
        vendor: certificate.vendor,
        ...replyResult(reply),
      })),
    },
    card: {
      ...confirmCard(options, texts),
      // Whoever goes on asking a vendor whose limit is reached may have it lowered.
      actions: isOverLimit(options) ? [] : [runButton(texts.push.buttons.send, 'push.check', args, 'danger')],
    },
    audit: { app: app.name, user: shownUser(user), sent: 'asked' },
  }
}

async function send(about: About, target: VendorTarget | null, world: World, context: Context): Promise<Outcome> {
  const { texts, clock, signal, act, progress } = context
  const { app, user, certificateId, device } = about
  const number = caseNumber(act, app.sdkAppId, user)
  const options = optionsOf(about, target, number.text)
  const { check } = texts.push
  const text = target === null ? check.notificationText(number.text) : check.vendorNotificationText
  const title = target === null ? check.notificationTitle : check.vendorNotificationTitle
  const registrationId = device?.registrationId ?? null
  const order = { app, userId: user, registrationId, number, certificateId, title, text }
  const run = {
    clock,
    signal,
    wait: world.wait,
    onStages: (stages: TestPushResult['stages']) => progress(followingCard(stages, options, texts)),
  }
  try {
    const result = await (target === null
      ? testPush(order, world, run, device === null ? undefined : AFTER_A_LOOK)
      : vendorTest(order, target, world, run))
    return answer(result, options, about, context)
  } catch {
    return noWorld(texts.push.storeSilent, context)
  }
}

function answer(
  result: TestPushResult,
  options: CheckCardOptions,
  { app, user, device }: About,
  { texts, locale, clock, actor }: Context,
): Outcome {
  const about = { user, app: app.name }
  return {
    kind: 'ok',
    result: checkResult(result, options, texts, { locale, timeZone: null, now: clock() }),
    card: {
      ...checkCard(result, options, texts),
      actions: [
        runButton(texts.push.buttons.why, 'push.why', about),
        runButton(texts.push.buttons.history, 'push.history', about),
      ],
    },
    audit: {
      app: app.name,
      user: shownUser(user),
      by: `${actor.platform}:${actor.id}`,
      case: options.caseNumber,
      ...(device === null ? {} : { device: device.number }),
      sent: result.ordered.kind,
      outcome: result.outcome,
    },
  }
}
