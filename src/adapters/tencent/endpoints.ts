/**
 * Every endpoint that is called, and its documented limit for one SDKAppID. None of them changes anything but
 * `timpush/batch`, which shows a notification.
 * @see https://trtc.io/document/34348
 */
export const ENDPOINTS = {
  'v4/openim/query_online_status': { perSecond: 200, reads: true },
  'v4/openim/admin_getroammsg': { perSecond: 200, reads: true },
  'v4/im_open_login_svc/account_check': { perSecond: 100, reads: true },
  'v4/sns/black_list_check': { perSecond: 200, reads: true },
  'v4/openconfigsvr/getappinfo': { perSecond: 200, reads: true },
  'v4/openconfigsvr/getnospeaking': { perSecond: 200, reads: true },
  'v4/group_open_http_svc/get_group_info': { perSecond: 200, reads: true },
  'v4/group_open_http_svc/get_group_member_info': { perSecond: 200, reads: true },
  'v4/group_open_http_svc/group_msg_get_simple': { perSecond: 200, reads: true },
  'v4/timpush/normal_push_trace': { perSecond: 1, reads: true },
  'v4/timpush/all_member_push_trace': { perSecond: 1, reads: true },
  'v4/timpush/normal_push_loss': { perSecond: 1, reads: true },
  'v4/timpush/normal_push_statistics': { perSecond: 1, reads: true },
  // On the free plan; paid ones may do more.
  'v4/timpush/batch': { perSecond: 10, reads: false },
} as const satisfies Record<string, { perSecond: number; reads: boolean }>

export type Endpoint = keyof typeof ENDPOINTS
