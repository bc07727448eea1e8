/** The same of the push vendors, with the vendor before the code: reasons, descriptions, and the words of client libraries. */
export const vendorSentences = `
xiaomi 20301 : no valid targets | no valid target | invalid regid | regid invalid | invalid target regid
  | target regid is invalid | invalid registration id for this app
xiaomi 21301 : invalid application secret | invalid app secret | appsecret 认证失败 | auth failed appsecret
xiaomi 22006 : invalid application id | illegal appid | invalid app id xiaomi
xiaomi 22007 : invalid application key | illegal appkey
xiaomi 22022 : invalid package name | illegal package name
xiaomi 66108 : package name not match | restricted package name error
xiaomi 10026 10031 : appid … in the blacklist | appid … in blacklist | forbid to send messages
  | app is in the blacklist | 应用被列入黑名单 | 应用在黑名单
xiaomi 200001 : exceed quota | quota exceeded for channel | channel quota exceeded | 超过当日配额 | 超出每日推送上限
xiaomi 27001 : channel not exist | invalid channel id | channel id is invalid | channel 不存在
xiaomi 10022 : ip 请求次数超过上限
vivo 10302 : regid 不合法 | regid 非法 | regid 无效 | invalid regid vivo | regid is invalid | illegal regid
vivo 10000 : 权限认证失败 | authtoken 无效 | auth token 无效 | 鉴权失败 authtoken
vivo 10070 : 超过运营消息总量 | 运营消息发送总量超过 | 超出发送限制 运营消息 | 运营消息总量超过
vivo 10073 : 系统消息发送总量超过 | 超过系统消息总量
vivo 10071 : 超出允许发送时间 | 不在允许发送时间 | 超出运营消息发送时间 | 禁止发送时间段
vivo 10072 : 发送速度超限 | 推送速度过快 | 超过每秒发送
vivo 10085 : 请使用正式消息 | 正式消息文案 | 推送内容包含敏感
vivo 10104 : 正式推送的消息文案 | 正式消息中包含测试 | 标题或内容含测试
vivo 10094 : appid 与 authtoken 不匹配 | appid 和 authtoken 不匹配
vivo 10096 : category 参数错误 | category 不合法
vivo 10097 : category 与 classification 不 | category 和 classification 不
vivo 10045 : 应用被限制 | 应用审核中
oppo 10000 : invalid registrationid | invalid registration_id | invalid registration id | registration_id 格式不正确
  | registration_id 不合法 | registrationid 无效
oppo 11 : invalid auth token | invalid authtoken | invalid auth_token | auth_token 无效
oppo 13 : app call limited | app 调用次数超限
oppo 14 : invalid app key | invalid appkey
oppo 15 : missing app key | missing appkey
oppo 16 : invalid signature
oppo 17 : missing signature
oppo 19 : invalid timestamp
oppo 28 : app disabled | app 被封禁 | 应用被封禁
oppo 29 : missing auth token | missing auth_token
oppo 30 : app push right | 应用没有 api 推送权限 | 没有 api push 权限
oppo 33 : number of messages exceeds the daily limit | exceed the daily limit | 超过当日推送上限 | 推送消息数量超限
  | 应用单日推送次数超限
oppo -1 : service currently unavailable
oppo -2 : service in flow control
oppo 67 : channel 没有权限 | category 错误 | notify_level 不合法
meizu 110000 : appid 不合法 | appid 非法
meizu 110001 : appkey 不合法 | appkey 非法
meizu 110002 : pushid 未注册 | pushid 没有注册 | pushid is not registered
meizu 110003 : pushid 非法 | pushid 不合法 | pushid is illegal
meizu 1006 : 签名认证失败
meizu 110010 : 推送速率过快 | 推送过快
meizu 110009 : 应用被加入黑名单
meizu 110031 : packagename 不合法
meizu 110033 : appsecret 不合法
80300007 : all the tokens are invalid | all tokens are invalid | 所有 token 都无效 | 所有 token 均无效
  | 全部 token 无效
80100000 : some of the tokens are invalid | some tokens are invalid | illegal tokens | illegal_tokens | illegaltokens
  | partial success
80300002 : no permission to send message to these tokens | no permission to send to these tokens
  | not have permission to send
80300008 : message body size … exceeds | message body is too large | size of the message body exceeds
80200001 : oauth authentication error | oauth authentication failed
80200003 : oauth token expired | oauth token has expired
80300011 : not authorized to send high priority data | high priority data messages
huawei 80300013 : invalid receipt url
huawei 503 : traffic control
huawei 6003 : certificate fingerprint error | 证书指纹错误 | 证书指纹校验失败 | fingerprint 不匹配
huawei 907135702 : certificate fingerprint is empty | cert fingerprint empty | cert_fingerprint_empty
907135702 8001003 : certificate fingerprint empty
huawei 907135700 : get scope error | get scope list failed
huawei 907135701 : scope list empty | scope list is empty
huawei 907135003 : client api invalid
huawei 907135000 : arguments invalid hms | hms arguments invalid
907122050 8001001 : operation in main thread prohibited | operation in the main thread
honor 8001000 : device is not support push | device does not support honor push | 设备不支持荣耀推送
honor 8001002 : honor app id missing
honor 8002001 : bind service failed
fcm UNREGISTERED : requested entity was not found | registration token not registered | notregistered
  | not a registered registration token | token has been unregistered
fcm INVALID_ARGUMENT/message.token : not a valid fcm registration token | invalid registration | invalidregistration
  | invalid registration token | invalid fcm token | registration token is not valid
fcm SENDER_ID_MISMATCH : senderid mismatch | sender id mismatch | mismatchsenderid | mismatched credential
  | mismatched sender | sender id does not match
fcm QUOTA_EXCEEDED : message rate exceeded | quota exceeded | messageratexceeded | device message rate exceeded
  | sending quota exceeded
fcm THIRD_PARTY_AUTH_ERROR : auth error from apns or web push service | third party auth error
fcm invalid_grant : invalid jwt signature | token must be a short lived token | invalid grant account not found
fcm SERVICE_DISABLED : cloud messaging api has not been used in project | firebase cloud messaging api … disabled
fcm PERMISSION_DENIED : permission cloudmessaging messages create denied | cloudmessaging messages create
fcm UNAUTHENTICATED : request had invalid authentication credentials
  | request is missing required authentication credential
apns BadDeviceToken : bad device token | baddevicetoken
apns Unregistered : device token is inactive for the specified topic | token is no longer active for the topic
apns DeviceTokenNotForTopic : device token not for topic | device token does not match the specified topic
apns BadCertificateEnvironment : certificate was for the wrong environment
apns ExpiredProviderToken : provider token is stale | expired provider token
apns InvalidProviderToken : provider token is not valid | invalid provider token
apns TopicDisallowed : pushing to this topic is not allowed | topic is disallowed
apns PayloadTooLarge : message payload was too large | payload too large
3000 : no valid aps environment entitlement | aps environment entitlement | 未找到应用程序的 aps environment
`
