import type { CodeEntry } from '../entry.ts'
import { accessLayer } from './access-layer.ts'
import { account } from './account.ts'
import { accountOld } from './account-old.ts'
import { apns } from './apns.ts'
import { apnsRequest } from './apns-request.ts'
import { contentReview } from './content-review.ts'
import { fcm } from './fcm.ts'
import { group } from './group.ts'
import { groupFeatures } from './group-features.ts'
import { honor } from './honor.ts'
import { huawei } from './huawei.ts'
import { huaweiHarmony } from './huawei-harmony.ts'
import { huaweiReceipt } from './huawei-receipt.ts'
import { legacySdk } from './legacy-sdk.ts'
import { legacySdkLogin } from './legacy-sdk-login.ts'
import { meizu } from './meizu.ts'
import { messageC2c } from './message-c2c.ts'
import { messageRest } from './message-rest.ts'
import { officialAccount } from './official-account.ts'
import { offlinePush } from './offline-push.ts'
import { operations } from './operations.ts'
import { oppo } from './oppo.ts'
import { profile } from './profile.ts'
import { pushClient } from './push-client.ts'
import { pushRest } from './push-rest.ts'
import { recentContact } from './recent-contact.ts'
import { registration } from './registration.ts'
import { registrationHuawei } from './registration-huawei.ts'
import { relation } from './relation.ts'
import { restCommon } from './rest-common.ts'
import { sdkAccount } from './sdk-account.ts'
import { sdkCommon } from './sdk-common.ts'
import { sdkGroup } from './sdk-group.ts'
import { sdkMessage } from './sdk-message.ts'
import { sdkNetwork } from './sdk-network.ts'
import { sdkRelation } from './sdk-relation.ts'
import { trtc } from './trtc.ts'
import { vivo } from './vivo.ts'
import { webSdk } from './web-sdk.ts'
import { webSdkMore } from './web-sdk-more.ts'
import { xiaomi } from './xiaomi.ts'
import { xiaomiMessage } from './xiaomi-message.ts'

/** Every known code. Where one code has several entries, the order here is the order in which they are shown. */
export const allCodes: readonly CodeEntry[] = [
  ...restCommon,
  ...account,
  ...offlinePush,
  ...profile,
  ...relation,
  ...recentContact,
  ...messageC2c,
  ...messageRest,
  ...pushRest,
  ...webSdk,
  ...webSdkMore,
  ...trtc,
  ...pushClient,
  ...group,
  ...groupFeatures,
  ...operations,
  ...accessLayer,
  ...contentReview,
  ...officialAccount,
  ...sdkCommon,
  ...sdkAccount,
  ...sdkMessage,
  ...sdkGroup,
  ...sdkRelation,
  ...sdkNetwork,
  ...legacySdk,
  ...legacySdkLogin,
  ...accountOld,
  ...apns,
  ...apnsRequest,
  ...fcm,
  ...huawei,
  ...huaweiReceipt,
  ...huaweiHarmony,
  ...honor,
  ...xiaomi,
  ...xiaomiMessage,
  ...oppo,
  ...vivo,
  ...meizu,
  ...registration,
  ...registrationHuawei,
]
