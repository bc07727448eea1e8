/** The app that a sentence says it is about, and the sentence with blanks in its place. */
export interface AppNamed {
  app: string
  rest: string
}

/** Longer texts are no questions, and name an app by chance. */
const LIMIT = 600

/** What people call what they did not name so in the configuration. */
const ALSO_CALLED: Readonly<Record<string, string>> = { prod: 'production', production: 'prod' }

/** Said of an environment, these are no other app, whether they are configured or not. */
const ENVIRONMENTS = ['staging', 'preprod', 'pre-prod', 'uat']

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** Where `name` stands as the app that is spoken of: "in staging", "staging:", staging 环境, staging 的推送. */
const formFor = (name: string): RegExp => {
  const bare = String.raw`(?<![\w.@/-])${escaped(name)}(?![\w@/-]|\.\w)`
  return new RegExp(
    [
      String.raw`(?<![\w-])(?:in|on|for|at|of|from|under) (?:(?:the|our) )?["']?${bare}["']?(?: (?:app|env|environment|application|cluster))?`,
      String.raw`^\s{0,8}\[?${bare}\]?\s?[:：,，\]]`,
      String.raw`[(（]${bare}[)）]`,
      String.raw`${bare} (?=(?:push |delivery |weekly |daily )?(?:report|digest|certificates|cases|alerts)\b)`,
      String.raw`(?:在|从|用)?\s?${bare}\s?(?:这个|的)?(?:环境|应用|项目|集群)(?:里面|里|上|中|下|内)?的?`,
      String.raw`在\s?${bare}\s?(?:里面|里|上|中|下|内)?`,
      String.raw`${bare}\s?(?:里面|里|上|的)(?=\s?[\p{Script=Han}A-Za-z0-9])`,
    ].join('|'),
    'iu',
  )
}

/** Null: none is named. @param apps the configured ones; an environment of none of them is named all the same */
export function appNamed(text: string, apps: readonly string[]): AppNamed | null {
  if (apps.length === 0 || text.length > LIMIT) return null
  const known = apps.flatMap((app) => {
    const other = ALSO_CALLED[app.toLowerCase()]
    return [[app, app] as const, ...(other === undefined || apps.includes(other) ? [] : [[app, other] as const])]
  })
  const others = ENVIRONMENTS.filter((name) => !apps.some((app) => app.toLowerCase() === name))
  for (const [app, name] of [...known, ...others.map((each) => [each, each] as const)]) {
    const found = formFor(name).exec(text)
    if (found === null) continue
    const rest = text.slice(0, found.index) + ' '.repeat(found[0].length) + text.slice(found.index + found[0].length)
    return { app, rest }
  }
  return null
}
