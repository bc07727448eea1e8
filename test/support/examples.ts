import { readFileSync } from 'node:fs'

interface Example {
  id: string
  sig: string
}

const { vectors } = JSON.parse(readFileSync(new URL('../fixtures/usersig-examples.json', import.meta.url), 'utf8')) as {
  vectors: readonly Example[]
}

/** The signature of a public example, by its id. */
export function exampleSig(id: string): string {
  const example = vectors.find((each) => each.id === id)
  if (example === undefined) throw new Error(`there is no example ${id}`)
  return example.sig
}
