import { code, rich, type Rich } from '../../rich.ts'

/** What an answer says about how a question was read. */
export const asked = {
  guessed: (user: string): Rich => rich`I read ${code(user)} as a UserID.`,
  noSuchGuess: (user: string, app: string): Rich =>
    rich`${code(user)} is not a UserID in ${app}. Whose pushes? Give the UserID; put it in quotes if it is written like that.`,
  besides: {
    group: (user: string): Rich =>
      rich`Only group messages? ${code(`/push why ${user} --group GROUP`)} checks the group's type and this member's settings.`,
    foreground: rich`Test with the app closed: an open app gets messages directly, never a push.`,
  },
  vendor: {
    loss: (vendor: string, share: string, before: string | null): string =>
      `${vendor} push loss: ${share}${before === null ? '' : `, was ${before}`}`,
    fewLost: (vendor: string, lost: string, attempted: string, span: string): string =>
      `${lost} of ${attempted} ${vendor} pushes lost in the last ${span}`,
    noneFailed: (vendor: string, attempted: string, span: string): string =>
      `No ${vendor} push failed in the last ${span} (${attempted} attempted)`,
    noPushes: (vendor: string, span: string): string => `No ${vendor} push was attempted in the last ${span}`,
    noData: (vendor: string, span: string): string => `No data on ${vendor} pushes in the last ${span}`,
    howToCount: (path: string): Rich =>
      rich`Neither Tencent's statistics nor webhooks know of pushes. Turn on the push callbacks for this app in Tencent's console and point them to ${code(path)} here.`,
    certificate: 'Certificate',
    ends: (days: number): Rich => (days < 0 ? rich`expired ${-days} days ago` : rich`expires in ${days} days`),
    again: 'Refresh',
  },
  errorCode: (code_: string): Rich => rich`You mentioned ${code(code_)}: ${code(`/im error ${code_}`)} explains it.`,
  several: {
    title: (count: number, failing: number): string =>
      failing === 0 ? `All ${count} users can receive pushes` : `${failing} of ${count} users may get no push`,
    progress: (count: number): string => `Checking push for ${count} users…`,
    done: (done: number, all: number): Rich => rich`${done} of ${all} users checked.`,
    whole: (form: string): Rich => rich`Details: ${code(form)}`,
    nobody: (names: string): Rich => rich`No such UserID: ${code(names)}.`,
    more: (names: string): Rich => rich`Not checked: ${names}. Ask about up to five users at a time.`,
  },
}
