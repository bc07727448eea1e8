import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import type { FindingParams, Refusal, VendorAnswer } from '../../../diagnostics/push/push-finding.ts'
import { entryOfAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { isOfTencent } from '../../../diagnostics/push/tencent-codes.ts'
import { adviceOn } from '../../../diagnostics/push/refusal-advice.ts'
import { mainFlaw } from '../../../diagnostics/vendors/read-token.ts'
import { code, moment, relative, rich, type Rich } from '../../rich.ts'
import { OF_FIREBASE } from '../../../diagnostics/push/vendor-cause.ts'
import type { FindingTexts } from '../finding-texts.ts'
import { withoutStop } from '../punctuation.ts'
import { vendors } from './codes.ts'
import { blockedSender, serviceInactive } from './push-refusals.ts'
import { messageDropped, messageNotFound } from './push-messages.ts'
import { remedies } from './push-remedies.ts'
import { pushTokens } from './push-tokens.ts'
import { firstRemedy, refusalRemedy, skewWords } from './refusal-remedies.ts'

const vendorName = (vendor: VendorAnswer['vendor']): string => (vendor === null ? 'The push vendor' : vendors[vendor])

const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)

/** "APNs answered `BadDeviceToken` (3 hours ago)". */
const answered = ({ vendor, code: answer, info, said, at }: VendorAnswer): Rich =>
  rich`${isOfTencent(answer) ? 'Tencent' : vendorName(vendor)} answered ${
    said !== undefined && answer !== null
      ? rich`${code(said)}, which means ${code(answer)}`
      : answer === null
        ? info === ''
          ? 'without a code'
          : code(info)
        : code(answer)
  }${at === null ? '' : rich` ${relative(at)}`}`

const refusedBy = ({ endpoint, code: refusal, info }: { endpoint: string; code: number | null; info: string }): Rich =>
  endpoint === 'store'
    ? rich`the bot's own store`
    : endpoint === 'timeout'
      ? rich`a question that got no answer in time`
      : rich`${isVendor(endpoint) ? vendors[endpoint] : code(endpoint)}${refusal === null ? (info === '' ? '' : ` (${info})`) : rich` (${code(refusal)}${info === '' ? '' : ` ${info}`})`}`

const each = (refusals: readonly Parameters<typeof refusedBy>[0][]): Rich =>
  refusals.flatMap((refusal, index) => [...(index > 0 ? [', '] : []), ...refusedBy(refusal)])

/** By a code of its own, or with a status of HTTP. */
const isAnswered = ({ code: answer }: Refusal): boolean => answer !== null

/** "`/im error 10007`". */
const lookUp = (refusals: readonly Refusal[]): Rich =>
  rich`${code(`/im error ${refusals.find(isAnswered)?.code ?? ''}`)}`

/** " with `70009`: the words that came with it". */
const answeredWith = ({ code: answer, info }: Refusal): Rich =>
  rich`${answer === null ? '' : rich` with ${code(answer)}`}${info === '' ? '' : `: ${info}`}`

const device = ({
  model,
  vendor,
}: { model: string | null; vendor: VendorAnswer['vendor'] } | { model: null; vendor: null }): string =>
  model ?? (vendor === null ? 'The device' : `The ${vendors[vendor]} device`)

/** Who acts by the catalogue is who usually does; so for what it does not list. */
const ownsRemedy = (answer: VendorAnswer, usual: Owner): boolean => (entryOfAnswer(answer)?.owner ?? usual) === usual

const REGISTER_AGAIN = 'Ask the user to open the app, or to sign out and in again, so that it reports a new token.'

export const pushFindings: FindingTexts<FindingParams> = {
  'admin-sig-rejected': ({ administrator, oddKey = false, ...refusal }) => ({
    message:
      refusal.code === null && refusal.skewMs !== undefined
        ? rich`The clock of this machine is ${skewWords(refusal.skewMs)}. Signatures made here may be refused as expired or not yet valid, and webhooks as too old.`
        : rich`${
            adviceOn(refusal)?.about === 'administrator'
              ? rich`${code(administrator)} is not an administrator of this app, says Tencent`
              : rich`Tencent refuses the UserSig of the administrator ${code(administrator)}`
          }${answeredWith(refusal)}. So nothing can be said about the user.`,
    remedy:
      refusalRemedy(refusal) ??
      (oddKey
        ? rich`${code('secretKey')} in the configuration does not have the form of a SecretKey (64 hexadecimal digits). ${code('im-doctor config check')} says what it looks like and where the right one is found.`
        : rich`Compare ${code('sdkAppId')}, ${code('secretKey')} and ${code('administrator')} in the configuration with Tencent's console; the account has to be an administrator of this very app.`),
  }),
  'wrong-region': ({ region, code: refusal }) => ({
    message: rich`The app is not in the data centre ${code(region)}${refusal === null ? '' : rich` (${code(refusal)})`}. So nothing can be said about the user.`,
    remedy: rich`Set ${code('region')} in the configuration to the data centre that the console shows for this app.`,
  }),
  'service-inactive': serviceInactive,
  'account-not-found': ({ userId }) => ({
    message: rich`Tencent does not know an account ${code(userId)}.`,
    remedy: rich`Check the spelling, upper and lower case included. If it is right, the user never logged in to this app: is it the right app and environment?`,
  }),
  'online-only-message': ({ from, at }) => ({
    message: rich`The message of ${code(from)} (${moment(at)}) was sent for online users only, so no push is made of it.`,
    remedy: rich`Send it without ${code('onlineUserOnly')}, or over REST with ${code('MsgLifeTime')} above 0 and without ${code('OnlineOnlyFlag')}.`,
  }),
  'push-disabled-by-sender': ({ from, at }) => ({
    message: rich`The sender ${code(from)} switched the push off for this message (${moment(at)}).`,
    remedy: rich`Send it with ${code('PushFlag')} 0, in the SDK with ${code('disablePush')} false.`,
  }),
  'message-dropped': messageDropped,
  'blocked-sender': blockedSender,
  'group-type-never-pushes': ({ groupId, type }) => ({
    message: rich`The group ${code(groupId)} is of the type ${code(type)}, whose messages go to members who are online only.`,
    remedy: rich`By design. Use a Work, Public or Community group where members have to be pushed.`,
  }),
  'do-not-disturb': ({ groupId, option, from }) => ({
    message:
      groupId === null
        ? rich`Everything else is right, and yet no push of the message of ${code(from ?? '')} was tried. The user may have muted this conversation, or all of them for a time; no API tells.`
        : rich`The user has set the group ${code(groupId)} to ${code(option ?? '')}: its messages are not pushed.`,
    remedy: rich`The user's own choice: ask them to look at the do-not-disturb settings of the conversation in the app.`,
  }),
  'custom-message-without-description': ({ from, at }) => ({
    message: rich`The message of ${code(from)} (${moment(at)}) is a custom message without a description, so there is no text for a notification.`,
    remedy: rich`Set ${code('Desc')} of the element, or ${code('OfflinePushInfo.Desc')} when sending.`,
  }),
  'message-not-found': (params) => messageNotFound[params.reason](params),
  kicked: ({ at, kicked, by }) => ({
    message: rich`A login${by === null ? '' : ` on ${by}`} threw out ${list(kicked)} (${moment(at)}, ${relative(at)}). A device that was thrown out gets no push.`,
    remedy: rich`The user has to log in again on that device. If it should not happen, allow several devices in the console's login settings, and handle the kick in the app.`,
  }),
  'logged-out': ({ at, platform, lastSeen, lastPush = null }) => ({
    message:
      lastPush !== null
        ? rich`The user is offline. No login is on record, but a phone was pushed ${relative(lastPush)} (${moment(lastPush)}): logged out after that. After a logout nothing is pushed.`
        : at === null
          ? rich`The user is offline${lastSeen === null ? '' : rich`, though last seen only ${relative(lastSeen)}`}: signed out, it seems, or by the server. After a logout nothing is pushed.`
          : rich`The user signed out${platform === null ? '' : ` on ${platform}`} (${moment(at)}, ${relative(at)}). After a logout nothing is pushed.`,
    remedy: rich`The user has to log in again; the app then reports its token anew. If nobody signed out by hand, look for a logout in the app's code.`,
  }),
  'offline-stale': ({ since, mayStillArrive }) => ({
    message: rich`The app was last connected ${relative(since)} (${moment(since)}). After 7 days Tencent counts the user as offline${mayStillArrive ? ', and a push of the push service may or may not still arrive, up to 30 days' : ' and pushes nothing'}.`,
    remedy: rich`The user has to open the app once.`,
  }),
  'never-logged-in': ({ webhooks }) => ({
    message:
      webhooks === true
        ? rich`The user is offline, and no login of theirs was ever seen: they never logged in, or signed out before I began to take webhooks.`
        : webhooks === null
          ? rich`The user is offline: they never logged in, or signed out. Which of the two I cannot tell, since their history could not be read.`
          : rich`The user is offline: they never logged in, or signed out. Which of the two I cannot tell, since no webhooks of this app come here.`,
    remedy:
      webhooks !== false
        ? rich`The user has to log in. If they say they are logged in, it is with another UserID or in another app.`
        : rich`The user has to log in. Switch on the state-change webhook in the console, and next time I can tell when and why.`,
  }),
  'no-mobile-client': ({ platforms, webPush, lastWebPush, closedAt = null }) => ({
    message: webPush
      ? rich`${closedAt === null ? rich`The user is logged in on ${list(platforms)} only, on no phone` : rich`The user was last on ${list(platforms)} (${relative(closedAt)}); no phone login is on record`}. Outside mainland China the browser itself can get web pushes; whether this app uses them and the user allowed them isn't visible here.${lastWebPush === null ? ' None was seen.' : rich` One was accepted ${relative(lastWebPush)}.`}`
      : closedAt !== null
        ? rich`The user is offline, last on ${list(platforms)} (${relative(closedAt)}). No phone login is on record, and ${list(platforms)} gets no offline push.`
        : rich`The user is logged in on ${list(platforms)} only. No phone is logged in, so there is nothing to push to.`,
    remedy: webPush
      ? rich`Ask the user to log in on the phone. For web pushes, check HTTPS, ${code('sw.js')} at the root of the site, and the browser's notification permission.`
      : rich`The user has to log in on the phone.`,
  }),
  'no-device-bound': ({ test }) => ({
    message: rich`The last ${test ? 'test push' : 'push'} went to no device at all: none is bound to this user.`,
    remedy: rich`The app has to register for push after every login (${code('registerPush')}, or ${code('setOfflinePushConfig')}). Look in its log for 800005 to 800010.`,
  }),
  'certificate-missing': ({ device: on, losses }) => ({
    message:
      losses === null
        ? rich`${device(on ?? { model: null, vendor: null })} reported no certificate ID, so Tencent does not know with which certificate to push.`
        : rich`No push of this message was tried, and ${losses === 1 ? '1 push of this app was' : `${losses} pushes of this app were`} lost within 7 days because devices reported no certificate ID. This may be one of them.`,
    remedy: remedies.certificate(on?.vendor ?? null),
  }),
  'token-missing': ({ device: on, losses }) => ({
    message:
      losses === null
        ? rich`${device(on ?? { model: null, vendor: null })} reported no token: it could not register with its vendor.`
        : rich`No push of this message was tried, and ${losses === 1 ? '1 push of this app was' : `${losses} pushes of this app were`} lost within 7 days because devices reported no token. This may be one of them.`,
    remedy: remedies.token(on?.vendor ?? null),
  }),
  'certificate-mismatch': ({ answer, certificateId, reason, vendors: [ofCertificate, ofDevice] }) => ({
    message:
      reason === 'refused' && answer !== null
        ? rich`${answered(answer)}: token and certificate belong to different apps.`
        : reason === 'wrong-vendor'
          ? rich`The device reports the certificate ${code(certificateId ?? '')}, which is for ${ofCertificate === null ? 'another vendor' : vendors[ofCertificate]}, but its token is one of ${ofDevice === null ? 'another' : vendors[ofDevice]}.`
          : rich`The device reports the certificate ${code(certificateId ?? '')}, which is not among those in my configuration. It was deleted in the console, or it is missing from my list.`,
    remedy:
      reason === 'unknown-id'
        ? rich`Compare with the console. If it is there, add it under ${code('certificates')}; if it was deleted, old versions of the app report it still: they get no push until they are updated.`
        : answer === null
          ? remedies.mismatch(ofDevice)
          : remedies.listed(answer, remedies.mismatch(answer.vendor)),
  }),
  'certificate-environment': ({ answer, certificateId, environment, proved }) => ({
    message: proved
      ? rich`APNs takes this token in the other environment than that of the certificate ${code(certificateId ?? '')}${environment === null ? '' : ` (${environment})`}: the app was built for the other one.`
      : answer === null
        ? rich`The device pushes with the certificate ${code(certificateId ?? '')}, which is for development. That is right for debug builds alone.`
        : rich`${answered(answer)}: the token and the certificate${certificateId === null ? '' : rich` ${code(certificateId)}`}${environment === null ? '' : ` (${environment})`} belong to different environments of APNs, or the token was never good.`,
    remedy: rich`Debug builds report the development certificate; TestFlight and App Store builds the production one. Correct the ID in the build that the user has, and let them install it anew.`,
  }),
  'credential-rejected': ({ expiredAt, certificateId, ...answer }) => {
    const entry = entryOfAnswer(answer)
    // The vendor refuses the app, and its key is good.
    if (entry?.kind === 'permission' || (entry !== null && OF_FIREBASE.has(entry.code)))
      return {
        message: rich`${answered(answer)}: ${withoutStop(entry.en.meaning)}. Nobody with this app gets a push from ${vendorName(answer.vendor)}.`,
        remedy: [entry.en.remedy],
      }
    return {
      message: rich`${answered(answer)}: it does not accept the certificate or key${certificateId === null ? '' : rich` ${code(certificateId)}`} that Tencent's console holds${expiredAt === null ? '' : rich`, which expired ${relative(expiredAt)}`}. Nobody with this certificate gets a push.`,
      remedy:
        expiredAt !== null || entry === null
          ? rich`Renew it with the vendor. ${remedies.editCertificate}`
          : rich`${entry.en.remedy} ${remedies.editCertificate}`,
    }
  },
  'token-invalid': ({ flaws, ...answer }) => {
    const flaw = mainFlaw(flaws)
    return flaw === undefined
      ? {
          message: rich`${answered(answer)}: it no longer knows the token. The app was removed, its data was cleared, or the token was replaced.`,
          remedy: ownsRemedy(answer, 'user')
            ? rich`${REGISTER_AGAIN}`
            : remedies.listed(answer, rich`${REGISTER_AGAIN}`),
        }
      : {
          message: rich`${pushTokens.registered(flaws)}${answer.code === null ? '' : rich` ${answered(answer)}.`}`,
          remedy: pushTokens.remedy(flaw, answer.vendor),
        }
  },
  quota: (answer) => ({
    message: rich`${answered(answer)}: a limit of the vendor is used up.`,
    remedy: remedies.listed(answer, remedies.quota(answer.vendor)),
  }),
  'message-category': (answer) => ({
    message: rich`${answered(answer)}: the class or channel of the message is not one that this app may use.`,
    remedy: remedies.listed(answer, remedies.category(answer.vendor)),
  }),
  'content-rejected': (answer) => ({
    message: rich`${answered(answer)}: it does not take this text or this form of notification.`,
    remedy: remedies.listed(answer, remedies.content(answer.vendor)),
  }),
  'vendor-outage': (answer) => ({
    message:
      entryOfAnswer(answer)?.owner === 'tencent'
        ? rich`${answered(answer)}: ${withoutStop(entryOfAnswer(answer)?.en.meaning ?? '')}.`
        : rich`${answered(answer)}: the vendor, or the way to it, did not work.`,
    remedy: ownsRemedy(answer, 'vendor')
      ? rich`Nothing to fix on your side. Check again in some minutes, and look at the vendor's status page.`
      : remedies.listed(answer, rich`Check again in some minutes.`),
  }),
  'notification-off': ({ device: on }) => ({
    message: rich`${device(on)} has notifications switched off for the app.`,
    remedy: remedies.notifications(on.vendor),
  }),
  'vendor-not-delivered': ({ receipts, ...answer }) => ({
    message:
      answer.code === null
        ? rich`${vendorName(answer.vendor)} accepted the last push${answer.at === null ? '' : rich` ${relative(answer.at)}`}, but its delivery was not confirmed.${receipts ? ' That of earlier ones was.' : ' It may well have arrived: no delivery to this user was ever confirmed here.'}`
        : rich`${answered(answer)}, and the push did not reach the phone${answer.info === '' ? '' : `: ${answer.info}`}.`,
    remedy: answer.code === null ? remedies.phone(answer.vendor) : remedies.listed(answer, remedies.unlisted),
  }),
  'no-background-report': ({ platforms, at }) => ({
    message: rich`${list(platforms)} is shown as Online, yet a message of ${moment(at)} was neither opened nor pushed: the app seems to be in the background without having said so.`,
    remedy: rich`The app has to call ${code('doBackground')} when it goes to the background, and ${code('doForeground')} when it comes back.`,
  }),
  foreground: ({ platforms }) => ({
    message: rich`${platforms.length === 0 ? 'The user' : list(platforms)} is Online${platforms.length === 0 ? ', on which device the server does not say' : ''}. In the foreground the app gets messages without a push; in the background it is pushed only if it reported so, which the server does not show. A lost network is noticed after 400 seconds.`,
    remedy: rich`Ask the user to close the app and check again: the state should become PushOnline. If they were in the background, the app lacks ${code('doBackground')}.`,
  }),
  'rate-limited': ({ refusals, nothingSeen }) => ({
    message: nothingSeen
      ? rich`Tencent takes no more questions for the moment: ${each(refusals)}.`
      : rich`Not everything could be asked, since calls are limited: ${each(refusals)}.`,
    remedy: refusals.every(({ endpoint }) => isVendor(endpoint))
      ? rich`Leave the vendor alone for a while: some lower the limit of whoever goes on asking.`
      : rich`Wait some seconds and check again.`,
  }),
  'upstream-unreachable': ({ refusals, nothingSeen }) => ({
    message: nothingSeen
      ? rich`Nothing could be checked: ${each(refusals)}.`
      : rich`Not checked, so it counts for nothing: ${each(refusals)}.`,
    remedy:
      firstRemedy(refusals) ??
      (refusals.every(({ endpoint }) => endpoint === 'store')
        ? rich`Check again in a minute. If it stays so, whoever runs me finds the reason in my log.`
        : refusals.every(({ endpoint }) => isVendor(endpoint))
          ? rich`Check again in a minute. If it stays so, see whether this machine reaches the vendor's server: some need a proxy.`
          : refusals.some(isAnswered)
            ? rich`Tencent refused to answer this: ${lookUp(refusals)} says why.`
            : rich`Check again in a minute. If it stays so, see whether this machine reaches Tencent's REST API.`),
  }),
}
