import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/bot/registry.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { call, request, testBot, words } from '../support/bot.ts'
import { casesOfKinds, FIELD_APPS, FIELD_TIME, fieldCase } from '../support/field-cases.ts'
import { craft } from '../unit/diagnostics/usersig/craft.ts'

const SIG = /eJ[\w*-]{60,}/.exec(fieldCase('S5').ask ?? '')?.[0] ?? ''

describe('a signature inside what was pasted (K15)', () => {
  it.each(casesOfKinds('K15').map((each) => [each.id, each] as const))('%s', async (_, { ask: text = '' }) => {
    const { bot, audit } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
    const reply = await bot.answer(request(words(text)))
    expect(reply).toMatchObject({
      command: 'usersig.verify',
      status: 'ok',
      visibility: 'private',
      result: { verdict: 'valid', userId: 'user_8842', app: 'prod' },
    })
    for (const piece of SIG.match(/.{16}/g) ?? []) {
      expect(JSON.stringify(reply)).not.toContain(piece)
      expect(JSON.stringify(audit)).not.toContain(piece)
    }
  })

  const read = (text: string) => {
    const reading = readRequest(COMMANDS, text)
    return reading.kind === 'command'
      ? { command: reading.command.id, ...(reading.args as { user?: string; sig?: string }) }
      : { command: null, problem: reading }
  }

  it.each([
    // Login code, in the languages of the SDKs.
    [`tim.login({userID: 'bob', userSig: '${SIG}'}) 报 70001`, 'bob'],
    [`TIM.login("user_8842", "${SIG}") 70009`, 'user_8842'],
    [`TUILogin.login(this, 1400000000, "alice", "${SIG}", callback)`, 'alice'],
    [`V2TIMManager.getInstance().login("bob", "${SIG}", new V2TIMCallback() {})`, 'bob'],
    [`[[V2TIMManager sharedInstance] login:@"bob" userSig:@"${SIG}" succ:^{}]`, 'bob'],
    [`const userSig = "${SIG}"; const userID = "user_8842"`, 'user_8842'],
    [`genTestUserSig("bob") => ${SIG}`, 'bob'],
    // Data and addresses.
    [`{"userId":10086,"userSig":"${SIG}"}`, '10086'],
    [`{"userId":"\\u5f20\\u4e09","userSig":"${SIG}"}`, '张三'],
    [`{"userSig":"${SIG}","userID":"bob "}`, 'bob '],
    [`/im error {"userID":" bob","userSig":"${SIG}","code":70009}`, ' bob'],
    [
      `https://console.tim.qq.com/v4/openim/sendmsg?identifier=administrator&usersig=${SIG}&random=99 gives 70009`,
      'administrator',
    ],
    [`room://cloud.tencent.com?userid=%E6%B5%8B%E8%AF%95&usersig=${SIG}`, '测试'],
    [`usersig%3D${SIG}%26userid%3Dbob`, 'bob'],
    // Logs.
    [
      `10:00:00 E/IM: login failed, identifier: user_8842, userSig: ${SIG}, code: 70001, desc: UserSig expired`,
      'user_8842',
    ],
    [`im login failed 70013 userID=bob userSig=${SIG}`, 'bob'],
    [`The requested UserID(bob) does not match the Usersig(alice), sig ${SIG}`, 'bob'],
    // Sentences.
    [`push 登录报 70001，用户 bob，签名：${SIG}`, 'bob'],
    [`bob 的签名 ${SIG} 报 70009`, 'bob'],
    [`给 bob 生成的签名是 ${SIG}，登录失败`, 'bob'],
    [`登录失败，userSig 是 ${SIG}，用户是 张三`, '张三'],
    [`usersig 校验失败 bob ${SIG}`, 'bob'],
    [`UserSig ${SIG} of bob is refused`, 'bob'],
    [`why is alice's usersig rejected? ${SIG}`, 'alice'],
    [`@bob 的签名 ${SIG} 有效吗`, 'bob'],
    [`usersig verify {"userId":"alice","userSig":"${SIG}"}`, 'alice'],
    [`bob: ${SIG}`, 'bob'],
    // Variants that were tried last.
    [`TencentImSDKPlugin.v2TIMManager.login(userID: 'bob', userSig: '${SIG}')`, 'bob'],
    [`{"ErrorCode":0,"data":[{"userID":"a1","userSig":"short"},{"userID":"b2","userSig":"${SIG}"}]}`, 'b2'],
    [`{\n  "im_account": "u-77",\n  "im_sig": "${SIG}"\n}`, 'u-77'],
    [`"{\\"userId\\":\\"bob\\",\\"userSig\\":\\"${SIG}\\"}"`, 'bob'],
    [`<xml><userId>bob</userId><userSig>${SIG}</userSig></xml>`, 'bob'],
    [`User ID | bob\nUserSig | ${SIG}`, 'bob'],
    [`IM_USER_ID=bob\nIM_USER_SIG=${SIG}`, 'bob'],
    [`tim.login({ userID: \`bob\`, userSig: \`${SIG}\` })`, 'bob'],
    [`用户“张三”的签名 ${SIG} 为什么 70009`, '张三'],
    [`login as dave with ${SIG} fails`, 'dave'],
    [`help! ${SIG} for carol returns 70009`, 'carol'],
    [`/usersig verify ${SIG} alice`, 'alice'],
    [`SDKAppID 1400000000 userID user_8842 userSig ${SIG} 登录报 6206`, 'user_8842'],
    // Questions around it, and users who are named in yet other ways.
    [`login("bob","${SIG}") what is wrong?`, 'bob'],
    [`login("bob","${SIG}") why 70013?`, 'bob'],
    [`login("bob","${SIG}") ok?`, 'bob'],
    [`when I call login("bob","${SIG}") it fails`, 'bob'],
    [
      `V2TIMManager.getInstance().login("bob", "${SIG}", object : V2TIMCallback { override fun onError(code: Int, desc: String?) { Log.e("IM", "$code") } })`,
      'bob',
    ],
    [`im.login("bob", "${SIG}", cb) // is it ok?`, 'bob'],
    [`pm.environment.set("userSig","${SIG}"); pm.environment.set("userId","user_8842");`, 'user_8842'],
    [`map.put("userID","bob"); map.put("userSig","${SIG}");`, 'bob'],
    [`userId 为 bob，userSig 为 ${SIG}`, 'bob'],
    [`UserID 是 bob，签名是 ${SIG}`, 'bob'],
    [`uid是bob, sig是 ${SIG}`, 'bob'],
    [`这个签名是不是 bob 的：${SIG}`, 'bob'],
    [`bob 登录失败，userSig ${SIG}`, 'bob'],
    [`bob登录报错70013 ${SIG}`, 'bob'],
    [`用户名 bob 密码 ${SIG}`, 'bob'],
    [`张三登录不上，签名 ${SIG}`, '张三'],
    [`bob 收不到推送，usersig ${SIG}`, 'bob'],
    [`bob can't log in with ${SIG}`, 'bob'],
    [`UserSig (bob): ${SIG}`, 'bob'],
    [`bob => ${SIG}`, 'bob'],
    [`{&quot;userId&quot;:&quot;bob&quot;,&quot;userSig&quot;:&quot;${SIG}&quot;}`, 'bob'],
    [`{"id":"bob","sig":"${SIG}"}`, 'bob'],
    [`{"bob":"${SIG}"}`, 'bob'],
    [`im.login(bob, ${SIG})`, 'bob'],
    [`| bob | ${SIG} |`, 'bob'],
    [`bob;${SIG}`, 'bob'],
    [`1400000000,bob,${SIG}`, 'bob'],
    [`2026-11-30,bob,${SIG},70013`, 'bob'],
    [`bob,1400000000,"${SIG}",70013`, 'bob'],
    [`./imtool -u bob -s ${SIG}`, 'bob'],
    [`{user: {id: "bob"}, userSig: "${SIG}"}`, 'bob'],
    [`{"key":"userSig","value":"${SIG}","enabled":true},{"key":"userId","value":"bob"}`, 'bob'],
    [`[IM login "alice" "${SIG}"]`, 'alice'],
    [`IM_USER=bob IM_USERSIG=${SIG}`, 'bob'],
    [`IM_USERSIG=${SIG} IM_USER=bob ./run`, 'bob'],
    [`user_8842\t1400000000\t${SIG}\t2026-11-30`, 'user_8842'],
    [`${SIG} bob can't log in`, 'bob'],
    [`||${SIG}|| bob can't log in`, 'bob'],
    [`UPDATE im_user SET user_sig='${SIG}' WHERE user_id='bob';`, 'bob'],
    [`why does bob get no push? his sig is ${SIG}`, 'bob'],
    [`下面是 bob 的签名 ${SIG}`, 'bob'],
    [`[{"userSig":"short","userID":"a1"},{"userSig":"${SIG}","userID":"b2"}]`, 'b2'],
  ])('is verified for the user beside it: %j', (text, user) => {
    expect(read(text)).toMatchObject({ command: 'usersig.verify', user, sig: SIG })
  })

  it.each([
    `tim.login({userID: userId, userSig: '${SIG}'}) fails`,
    `login({ userID: this.userID, userSig: "${SIG}" })`,
    `用户登录失败 70013，签名 ${SIG}`,
    `请看下 userSig=${SIG} 为什么 70003`,
    `login of the user fails: ${SIG}`,
    `${SIG} 70001`,
    `usersig verify ${SIG}`,
    `decode ${SIG}`,
    `broken: ${SIG}`,
    `whose sig is this ${SIG}`,
    `localStorage.setItem('usersig','${SIG}')`,
    `editor.putString("user_sig","${SIG}").apply()`,
    `map.put("userSig","${SIG}")`,
    `params.append("usersig","${SIG}")`,
    `@Header("X-IM-Sig","${SIG}")`,
    `print("sig","${SIG}")`,
    `print("sig", "${SIG}")`,
    `Log.d("IM", "${SIG}")`,
    `{"data":"${SIG}"}`,
    `{"token":"${SIG}"}`,
    `im.login(userId, "${SIG}")`,
    `login(name, ${SIG})`,
    `用户登录失败 70013，签名 ${SIG}`,
    `安卓登录失败，签名 ${SIG}`,
    `今天登录失败，签名 ${SIG}`,
    `为什么登录失败？签名 ${SIG}`,
    `iOS 登录报错 70009，签名 ${SIG}`,
    `old: ${SIG}`,
    `setUserSig("${SIG}")`,
    `{"id":"eac6b301-a322-493a-8e36-83b295459397","sig":"${SIG}"}`,
  ])('is inspected where no user is named: %j', (text) => {
    expect(read(text)).toMatchObject({ command: 'usersig.inspect', sig: SIG })
  })

  const answerTo = async (text: string, locale: 'en' | 'zh' = 'en') => {
    const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
    const reply = await bot.answer({ ...request(words(text)), locale })
    const {
      verdict,
      app,
      findings = [],
    } = (reply?.result ?? {}) as {
      verdict?: string
      app?: string | null
      findings?: { code: string; severity: string }[]
    }
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    return { reply, answer: { verdict, app, errors } }
  }
  const SECONDS = FIELD_TIME / 1000
  const sigOf = (userId: string, app = FIELD_APPS[0], sdkAppId = app?.sdkAppId ?? 0, issued = SECONDS - 60) =>
    craft({ userId, sdkAppId, key: app?.secretKey.reveal() ?? '', time: issued, expire: 604_800 })
  const [PROD, STAGING] = FIELD_APPS
  const STAGING_ID = String(STAGING?.sdkAppId)
  const STAGING_SIG = sigOf('user_8842', STAGING)
  const FOREIGN_SIG = sigOf('user_8842', PROD, 1_600_012_345)

  it.each([
    // The app that is named with it.
    [`{"SDKAppID":${STAGING_ID},"userID":"user_8842","userSig":"${SIG}"}`, 'invalid', ['wrong-sdkappid']],
    [`https://x.cn/login?sdkappid=${STAGING_ID}&identifier=user_8842&usersig=${SIG}`, 'invalid', ['wrong-sdkappid']],
    [`{"SDKAppID":1400077777,"userID":"user_8842","userSig":"${SIG}"}`, 'invalid', ['wrong-sdkappid']],
    [`TUILogin.login(context, ${STAGING_ID}, "user_8842", "${SIG}", cb)`, 'invalid', ['wrong-sdkappid']],
    [`TUILogin.login(${STAGING_ID}, userID: "user_8842", userSig: "${STAGING_SIG}") 70009`, 'valid', []],
    [
      `chat.create({ SDKAppID: ${STAGING_ID} }); chat.login({userID: "user_8842", userSig: "${STAGING_SIG}"})`,
      'valid',
      [],
    ],
    [`SDKAppID 是 1400000000，用户 user_8842，签名 ${STAGING_SIG}`, 'invalid', ['wrong-sdkappid']],
    // Where none is named, its own.
    [`userID=user_8842 userSig=${STAGING_SIG}`, 'valid', []],
    [`is this sig good for user_8842? ${STAGING_SIG}`, 'valid', []],
    // None that is configured.
    [`SDKAppID=1600012345 userID=user_8842 userSig=${FOREIGN_SIG}`, 'unverifiable', ['wrong-key', 'wrong-sdkappid']],
    [`userID=user_8842 userSig=${FOREIGN_SIG}`, 'unverifiable', ['wrong-key', 'wrong-sdkappid']],
    [`SDKAppID=1400000000 userID=user_8842 userSig=${FOREIGN_SIG}`, 'invalid', ['wrong-sdkappid']],
  ])('is judged for the app beside it, else for its own: %j', async (text, verdict, errors) => {
    expect((await answerTo(text)).answer).toMatchObject({ verdict, errors })
  })

  it('is unverifiable without a key of its app, unless the app was named', async () => {
    const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
    const verdictOf = async (args: Record<string, string>) =>
      (await bot.answer(request(call('usersig.verify', args))))?.result
    const args = { user: 'user_8842', sig: FOREIGN_SIG }
    expect(await verdictOf(args)).toMatchObject({ verdict: 'unverifiable' })
    expect(await verdictOf({ ...args, app: 'prod' })).toMatchObject({ verdict: 'invalid' })
  })

  const ALICE = sigOf('alice')
  const BOB = sigOf('bob')
  const OLD = sigOf('user_8842', PROD, PROD?.sdkAppId, SECONDS - 700_000)
  it.each([
    [`old: ${OLD}\nnew: ${SIG}`, ['invalid', 'valid']],
    [`{"accounts":[{"userID":"alice","userSig":"${ALICE}"},{"userID":"bob","userSig":"${BOB}"}]}`, ['valid', 'valid']],
    [`{"accounts":[{"userSig":"${ALICE}","userID":"alice"},{"userSig":"${BOB}","userID":"bob"}]}`, ['valid', 'valid']],
    [`bob: ${ALICE}\nalice: ${BOB}`, ['invalid', 'invalid']],
    [`{"alice":"${ALICE}","bob":"${ALICE.slice(0, -9)}x${ALICE.slice(-8)}"}`, ['valid', 'invalid']],
    [`bob 的签名 ${BOB}，alice 的签名 ${BOB}`, ['valid', 'invalid']],
  ])('all of a paste are verified, each for its user: %j', async (text, verdicts) => {
    for (const locale of ['en', 'zh'] as const) {
      const { reply } = await answerTo(text, locale)
      const others = (reply?.result as { others?: { verdict: string }[] } | undefined)?.others ?? []
      expect(reply?.result).toMatchObject({ verdict: verdicts[0] })
      expect(others.map((each) => each.verdict)).toEqual(verdicts.slice(1))
      const shown = JSON.stringify([reply?.card, reply?.result])
      expect(shown).toMatch(/2\W{1,6} UserSig/)
      expect([ALICE, BOB, SIG].some((sig) => shown.includes(sig.slice(20, 60)))).toBe(false)
    }
  })

  it('says how many of many were verified', async () => {
    const text = Array.from({ length: 7 }, (_, index) => `u_${index}: ${sigOf(`u_${index}`)}`).join('\n')
    const { reply } = await answerTo(text)
    expect(reply?.result).toMatchObject({ userId: 'u_0', others: [{ userId: 'u_1' }, {}, {}, { userId: 'u_4' }] })
    expect(JSON.stringify(reply?.card)).toContain('Only the first ')
  })

  it('takes what is called a UserSig, whatever it looks like', () => {
    const raw = 'NYzLDoIwEEX_ZbYaQrGlpYlLSEQ3vnBpaDrgxIikoNEa'
    expect(read(`userSig=${raw} user=bob`)).toMatchObject({ command: 'usersig.verify', user: 'bob', sig: raw })
    expect(read('{"userId":"bob","userSig":"undefined"}')).toMatchObject({ user: 'bob', sig: 'undefined' })
    expect(read('{"userId":"bob","userSig":""}')).toMatchObject({ command: 'usersig.verify', user: 'bob', sig: '' })
    expect(read('userSig: [object Object], login of user "bob" fails')).toMatchObject({ sig: '[object Object]' })
  })

  it('leaves commands and names of errors alone', () => {
    expect(read(`usersig verify alice ${SIG} --app a --app b`)).toMatchObject({ problem: { kind: 'problem' } })
    expect(read(`usersig inspect ${SIG}`)).toEqual({ command: 'usersig.inspect', sig: SIG })
    expect(read('Err_TLS_Third_Sig_Check_Sig_Identifier_Unmatch').command ?? '').not.toMatch(/^usersig/)
    expect(read('登录失败：Err_TLS_Third_Sig_Check_Sig_Identifier_Unmatch').command ?? '').not.toMatch(/^usersig/)
  })

  it('is refused where a value of another kind belongs, and not repeated', async () => {
    const { bot, audit } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
    for (const text of [`/im status ${SIG}`, `/push why ${SIG}`, `/push why bob --from ${SIG}`]) {
      const reply = await bot.answer(request(words(text)))
      expect(reply).toMatchObject({ status: 'usage', visibility: 'private' })
      expect(JSON.stringify([reply, audit])).not.toContain(SIG.slice(0, 16))
    }
  })

  it('points to the error code beside it', async () => {
    const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
    const cardOf = async (text: string) => JSON.stringify((await bot.answer(request(words(text))))?.card)
    expect(await cardOf(fieldCase('S5').ask ?? '')).toContain('/im error 70013')
    expect(await cardOf(fieldCase('S4').ask ?? '')).not.toContain('/im error')
  })

  it('is found in 20,000 characters of anything in little time', () => {
    const junk = ['user user user ', 'userId: "', '用户', '",', 'a'.repeat(50), `${'x1Y'.repeat(11)} `, '%22', 'eJw']
    for (const each of junk) {
      const started = performance.now()
      readRequest(
        COMMANDS,
        `${each.repeat(Math.ceil(9_000 / each.length))} ${SIG} ${each.repeat(Math.ceil(9_000 / each.length))}`,
      )
      expect(performance.now() - started).toBeLessThan(500)
    }
  })
})
