import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { entryOfAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import type { VendorAnswer } from '../../../diagnostics/push/push-finding.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'

/** What to do about an answer: by its code where that is listed, else for its vendor and platform. */
interface Remedies {
  listed(answer: VendorAnswer, otherwise: Rich): Rich
  quota(vendor: Vendor | null): Rich
  category(vendor: Vendor | null): Rich
  content(vendor: Vendor | null): Rich
  mismatch(vendor: Vendor | null): Rich
  phone(vendor: Vendor | null): Rich
  unlisted: Rich
  notifications(vendor: Vendor | null): Rich
  token(vendor: Vendor | null): Rich
  certificate(vendor: Vendor | null): Rich
  editCertificate: Rich
}

/** How an app gets a token, by its vendor. */
const TOKEN: Readonly<Record<Vendor, string>> = {
  apns: 'the push capability and its profile, or the call of registerForRemoteNotifications',
  fcm: 'no Google services on the phone, google-services.json of another project, or a network that does not reach Google',
  huawei: 'Push Kit not enabled, no or an old HMS Core, or a SHA-256 fingerprint that AppGallery Connect does not list',
  honor: 'push not enabled for the app on the Honor site, or a phone so old that it registers with Huawei',
  xiaomi: 'AppID or AppKey of another package, or push not enabled on the Xiaomi site',
  oppo: 'AppKey or AppSecret of another package, or push not granted on the OPPO site',
  vivo: 'AppID or AppKey of another package, or an app that vivo has not reviewed yet',
  meizu: 'AppID or AppKey of another package',
}

/** What chat messages need so as not to go out as marketing, and where it is applied for. */
const CATEGORY: Readonly<Record<Vendor, Rich>> = {
  apns: rich`Set ${code('InterruptionLevel')} in ${code('ApnsInfo')} to a level that this app's entitlements allow.`,
  fcm: rich`Create the notification channel in the app, and set its ID in ${code('GoogleChannelID')}.`,
  huawei: rich`Apply for message self-classification in AppGallery Connect, and set ${code('HuaWeiCategory')} to ${code('IM')}.`,
  honor: rich`Apply for message self-classification in Honor's developer console, and set ${code('HonorImportance')} to ${code('NORMAL')}.`,
  xiaomi: rich`Apply for a private channel for instant messages in Xiaomi's push console, and set its ID in ${code('XiaoMiChannelID')}.`,
  oppo: rich`Apply for a communication-and-service channel in OPPO's push console, and set ${code('OPPOChannelID')} and ${code('OPPOCategory')}.`,
  vivo: rich`Set ${code('VIVOClassification')} to 1 and ${code('VIVOCategory')} to ${code('IM')}; apply for that class in vivo's push console.`,
  meizu: rich`Set ${code('MeiZuNoticeMsgType')} to 1 (private), and check the app's rights in the Flyme push console.`,
}

/** Limits and filters on the text. */
const CONTENT: Partial<Record<Vendor, Rich>> = {
  apns: rich`Keep ${code('Desc')} and ${code('Ext')} together below 3 KB: APNs accepts 4 KB in all.`,
  fcm: rich`Keep ${code('Desc')} and ${code('Ext')} together below 3 KB: FCM accepts 4 KB in all.`,
  oppo: rich`Send a plain sentence of at most 50 characters: OPPO drops texts that repeat or look like a test. ${code('Ext')} must be JSON.`,
  vivo: rich`Send a plain sentence of at most 100 characters: vivo refuses texts that are only digits or letters, or contain "test". ${code('Ext')} must be JSON.`,
}

/** The field of `AndroidInfo` that names the class of a message. */
const CLASS: Partial<Record<Vendor, string>> = {
  huawei: 'HuaWeiCategory',
  honor: 'HonorImportance',
  xiaomi: 'XiaoMiChannelID',
  oppo: 'OPPOCategory',
  vivo: 'VIVOCategory',
  meizu: 'MeiZuNoticeMsgType',
}

const classField = (vendor: Vendor | null): Rich =>
  rich`${code((vendor === null ? null : CLASS[vendor]) ?? 'AndroidInfo')}`

export const remedies: Remedies = {
  listed(answer, otherwise) {
    const entry = entryOfAnswer(answer)
    return entry === null ? otherwise : [entry.en.remedy]
  },
  quota: (vendor) =>
    vendor === 'apns' || vendor === 'fcm'
      ? rich`The app sends too often to this device: slow down, and merge notifications.`
      : rich`Usually chat is sent as marketing, which has a small daily quota. Set the vendor's class for instant messages in ${classField(vendor)}, or apply for more.`,
  category: (vendor) =>
    vendor === null
      ? rich`Apply for the class with the vendor, and set it in the certificate or in ${code('AndroidInfo')}.`
      : CATEGORY[vendor],
  content: (vendor) =>
    (vendor === null ? undefined : CONTENT[vendor]) ??
    rich`Shorten title and text to what the vendor accepts, and send a plain sentence. ${code('Ext')} must be JSON.`,
  mismatch: (vendor) =>
    vendor === 'apns'
      ? rich`Report the certificate ID that was made for the app's bundle ID.`
      : vendor === 'fcm'
        ? rich`Use the same Firebase project in the app and in Tencent's console.`
        : rich`Report the certificate ID that was made for this vendor and for the app's package name.`,
  phone: (vendor) =>
    vendor === 'apns'
      ? rich`Ask the user about their iPhone: notifications of the app, Focus, and whether it was online. Then send a test push.`
      : rich`Ask the user about their phone: notifications and channel of the app, battery saver, do-not-disturb, network. Marketing-class messages arrive silently.`,
  unlisted: rich`The code is not listed. Look it up in the vendor's documentation; if it is not there either, open a ticket with Tencent with the ID of this push.`,
  notifications: (vendor) =>
    vendor === 'apns'
      ? rich`Ask the user to allow notifications for the app in the iPhone's settings.`
      : rich`Ask the user to allow notifications for the app in the phone's settings. On Android 13 and later the app has to ask for it.`,
  token: (vendor) =>
    rich`Look in the app's log for the vendor's registration error (800005 to 800010). ${
      vendor === null
        ? 'Often the package name or the fingerprint is not registered with the vendor.'
        : `Often: ${TOKEN[vendor]}.`
    }`,
  certificate: (vendor) =>
    vendor === 'apns' || vendor === null
      ? rich`The app has to report the certificate ID (businessID). With the push plugin on iOS the app delegate has to return it; without that method all calls succeed and nothing arrives.`
      : rich`The app has to report the certificate ID (businessID) of this vendor after each login.`,
  editCertificate: rich`In the console, ${strong('edit')} the certificate: one that is deleted and added again has another ID, and apps in use would lose push.`,
}
