/**
 * Words that stand where a name could, and name nobody: of grammar, of the trade, makes and systems of phones, frameworks, builds,
 * regions, roles and kinds of people. Whoever bears one of them as UserID is named in quotes.
 */
const NOBODY: ReadonlySet<string> = new Set(
  `
    regid regids registrationid appid appkey appsecret packagename pushtoken devicetoken deviceid msgid taskid openid unionid
    trouble troubles difficulty difficulties bad good terrible poor worst best high low higher lower big small huge tiny full empty dead alive ready busy free late fast quick
    notified pushed alerted informed warned pinged messaged stays stay comparing daily weekly monthly overall watches
    kicked blocked watching acknowledged automatically automatic alarming lasting unmuted enough unassigned unresolved going finished
    allowed able unable supposed needed forced removed deleted banned suspended reachable unreachable
    id uid ids uids demo demos sample scheduled schedule schedules command commands question questions expected configured bound watched
    monitored tracked planned recurring neither nor sure
    errorcode errcode errorinfo errmsg errid actionstatus userid usersig sdkappid identifier
    i me my mine we us our ours you your yours he him his she her hers they them their theirs it its this that these
    those who whom whose someone somebody anyone anybody everyone everybody nobody noone no-one one ones the a an
    any all some each every no not none neither both either other others another there here what which when where
    why how is are was were be been being am do does did has have had can could will would shall should may might
    must user users member members person people customer customers client clients account accounts guy group groups
    chat device devices phone phones iphone android app apps application push pushes pushing notification
    notifications notif notifs alert alerts message messages msg msgs error errors code codes server servers system
    service services bot sig sigs usersig usersigs signature token tokens certificate status state history now again
    today yesterday tomorrow please pls thanks and or but if then for from to of in on at with by as about since
    until so too also still just only get gets got getting receive receives send sends sent tell show check test try
    work works working yes ok okay hi hello hey help more less new old better worse problem problems issue issues
    nothing something anything everything login online offline im up down out wrong yet ever anymore always really
    very much guys team background foreground mobile ios ipad apns fcm huawei xiaomi oppo vivo honor meizu firebase
    vendor channel github gitlab git origin master main prod production staging repo branch remote release npm
    docker registry deploy build pipeline job project ticket email mail slack discord sms logs log docs dashboard
    console config page update report needed required received arrived delivered failed failing fails broken enabled
    disabled lost back first later soon tonight twice carefully everywhere button thing things idea reason last next
    previous sure seriously huh hm hmm sorry pardon done ready correct right true eh um wow lol fixed resolved lunch
    good fine great cool nice maybe testflight flutter uniapp uni-app react native reactnative react-native rn expo
    ionic cordova unity unreal capacitor xamarin maui electron kotlin swift objc objective-c java javascript
    typescript node nodejs golang python php gradle xcode androidstudio studio webpack vite vue nuxt nextjs angular
    svelte miniprogram wechat weixin qq wecom feishu lark dingtalk telegram whatsapp emulator emulators simulator
    simulators genymotion debug debugging builds apk ipa aab adhoc ad-hoc appstore app-store playstore store alpha
    beta gamma stable nightly version versions v1 v2 sdk sdks api apis rest http https websocket socket tcp udp ssl
    tls proxy vpn wifi network cellular 4g 5g timsdk imsdk tim tuikit tuicallkit callkit pushkit voip timpush tpns
    jpush jiguang getui umeng onesignal pushwoosh airship braze leanplum rongcloud easemob agora sendbird apple
    google samsung oneplus realme redmi honour nokia motorola lenovo sony lg asus zte nubia iqoo pixel galaxy tecno
    infinix hms gms gcm miui emui hyperos harmony harmonyos coloros originos flyme oxygenos ipados macos windows
    linux web browser chrome safari firefox desktop pc laptop tablet tablets watch tv car china chinese mainland
    europe european asia africa america american usa uk india japan korea singapore germany france brazil mexico
    indonesia vietnam thailand overseas abroad international global worldwide domestic foreign country countries
    region regions area areas city cities buyer buyers seller sellers driver drivers passenger passengers rider
    riders merchant merchants vendors host hosts guest guests streamer streamers anchor anchors viewer viewers fan
    fans teacher teachers student students doctor doctors patient patients agent agents operator operators employee
    employees colleague colleagues staff manager managers owner owners tester testers developer developers dev devs
    engineer engineers support supporter subscriber subscribers follower followers sender senders receiver receivers
    recipient recipients callers callees friend friends stranger strangers contact contacts kid kids
    parent parents folks man woman men women boy girl dude someone's few several many most half couple lots lot
    bunch majority minority certain specific particular random various different multiple single newly existing
    recent logged signed registered active inactive paying premium vip free trial real fake dummy testing anyway
    though although because cause due despite except unless while whenever whether during before between among
    without within into onto over under above below near beyond across along around through against toward towards
    upon per via plus minus screen lock locked lockscreen unlock unlocked killed kill kills closed close closes
    closing open opens opened opening terminated terminate swiped swipe swiping minimized minimised foregrounded
    backgrounded sleeping sleep doze idle reboot rebooted restart restarted reinstall reinstalled reinstalling
    install installed installing updated updating upgrade upgraded upgrading downgrade migration migrate migrated
    switch switched switching change changed changing enable enabling disable disabling permission permissions
    setting settings battery saver optimization mode modes silent quiet mute muted dnd sound sounds vibration
    vibrate badge badges banner banners popup popups heads-up tray bar center centre icon offlinepush local
    silent-push data payload notification's channels category categories topic topics campaign campaigns broadcast
    broadcasts batch bulk marketing chats conversation conversations room rooms call calls calling ring ringing
    voice video audio text texts image images picture pictures photo photos file files emoji sticker custom day days
    week weeks month months hour hours minute minutes second seconds time times morning afternoon evening night noon
    midnight monday tuesday wednesday thursday friday saturday sunday january february march july august september
    october november december early earlier late recently lately suddenly sometimes often usually occasionally
    randomly intermittently constantly completely totally entirely partially properly correctly successfully
    normally reliably instantly immediately quickly slowly anyone's everyone's everybody's zero lack lacks lacking
    miss misses missing missed fail failure failures crash crashes crashed stuck slow delay delays delayed lag
    lagging flaky weird strange odd bug bugs bugged problem-free loss drop drops dropped dropping expired expire
    expires expiring invalid valid revoked rotate rotated come comes came coming go goes went going gone arrive
    arrives arriving deliver delivers delivering delivery pop pops popping appear appears appeared appearing seem
    seems seemed look looks looking see sees saw seen seeing know knows knew known hear hears heard find finds found
    want wants wanted need needs tries trying tried helps helped helping give gives gave given giving take takes
    took taken taking make makes made making use uses using used let lets put puts set sets keep keeps kept stop
    stops stopped start starts started run runs ran running turn turns turned turning say says said saying reports
    reported reporting complain complains complained complaining claim claims claimed mention mentions mentioned ask
    asks asked asking tells told telling call's write writes wrote reply replies replied respond responds responded
    investigate checks checked checking diagnose debug's explain show's shows showed shown verify verifies verified
    verifying confirm confirms confirmed fix fixes fixing solve solves solved resolve resolves side end ends case
    cases part parts way ways kind kinds sort sorts type types number numbers amount rate rates percent percentage
    total count stats statistics figures metric metrics dashboards graph trend trends incident incidents outage
    outages alarm alarms warning warnings usersig's cert certs certificates key keys p8 p12 credentials credential
    account's developer's environment env envs sandbox prod's live qa uat dev's local's host's ip domain url webhook
    webhooks callback callbacks endpoint hardly barely nearly almost exactly roughly approximately least lot's bit
    quite rather pretty such same similar self own another's thank thx kindly sir madam bro mate buddy dear regards
    cheers sos asap urgent urgently emergency fyi btw imo afaik eta etc eg ie vs won't can't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't cannot couldn't shouldn't wouldn't unregistered unreachable
    boss bosses pm pms ceo cto cfo coo ops sre devops finance hr legal sales nurse nurses wife husband mom dad son daughter
    team's intern interns lead leads
    wtf omg ugh oops argh damn hmmm yikes sigh lmao
    berlin tokyo jakarta london paris beijing shanghai shenzhen guangzhou hangzhou hongkong taiwan taipei seoul bangkok
    hanoi manila mumbai delhi dubai frankfurt sydney york california eu us apac emea latam malaysia philippines russia
    turkey canada australia
    ota dns h5 magicos airpods airpod timeout timeouts widget widgets else affected logged anybody's
    list display r bots c2c re fwd fw mailto
    unavailable undelivered unsubscribed subscribed subscribe logged-in signed-in
  `
    .trim()
    .split(/\s+/),
)

/** `iPhone15`, `iOS17`, `Mate60`: a make or a system with its number. */
const MODEL =
  /^(?:iphone|ipad|ipados|ios|android|mate|nova|redmi|pixel|galaxy|reno|find|miui|emui|hyperos|harmony(?:os)?|coloros|originos|magicos|flyme|oneplus|huawei|xiaomi|honor|vivo|oppo|meizu|samsung|iqoo|realme)[-.]?\d[\w.+-]{0,10}$|^(?:p[2-9]0|k[2-9]0|s2\d|note\d*|pro|max|plus|ultra)$/i

/** `onForceOffline`, `setOfflinePushToken`, `registrationId`, `V2TIMManager`: what SDKs call their parts. */
const CODE_NAME =
  /^(?:on|set|get|is|has|init|register|unregister|add|remove)[A-Z][a-z]+[A-Za-z]{0,40}$|^[a-z]{2,20}(?:[A-Z][a-z]+)*(?:Id|ID|Token|Key|Manager|Listener|Callback|Code|Config|Secret|Name|Status|Error)$|^(?:V2)?TIM[A-Z]\w*|^TUI[A-Z]\w*/

/** How bad it is: `P0`, `SEV1`. */
const SEVERITY = /^(?:p[0-5]|sev-?[0-5])$/i

/** `5`, `4pm`. */
const HOUR = /^(?:\d|\d{1,2}(?::\d{2})?[ap]\.?m)$/i

/** A ticket, a version: `INC-2231`, `8.1.6129`. */
const LABEL = /^(?:[A-Z]{2,8}-\d{1,8}|v?\d{1,4}(?:\.\d{1,6}){1,4})$/

/** Whether a word of Latin letters names nobody. */
export const isNobody = (word: string): boolean =>
  NOBODY.has(word.toLowerCase()) ||
  SEVERITY.test(word) ||
  HOUR.test(word) ||
  LABEL.test(word) ||
  MODEL.test(word) ||
  CODE_NAME.test(word)
