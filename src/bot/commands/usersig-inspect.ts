import { optionalTime } from '../argument.ts'
import { defineCommand } from '../command.ts'
import { chooseApp } from './choose-app.ts'
import { appArgument, sigArgument } from './usersig-arguments.ts'
import { answerUsersig, pastedApp } from './usersig-verify.ts'

export const usersigInspect = defineCommand({
  family: 'usersig',
  name: 'inspect',
  args: { sig: sigArgument(), app: appArgument(), at: optionalTime() },
  role: 'viewer',
  visibility: 'private',
  form: true,
  examples: ['inspect eJwtzMEKgkAU…'],
  run({ sig, app, at }, context) {
    // Without a name nothing is expected: the signature itself says which app it is for.
    if (app === undefined) {
      const named = pastedApp(context.heard.pasted ?? { sdkAppId: null, others: [] }, context)
      return answerUsersig({ user: undefined, sig, at, ...named }, context)
    }
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    return answerUsersig({ user: undefined, sig, at, app: chosen.app, appWasNamed: true }, context)
  },
})
