type Args = Readonly<Record<string, unknown>>

interface File {
  name: string
  length: number
  bytes: Buffer | null
  completed: boolean
  /** So many times it is still asked for in vain, as Slack takes a while to look at a file. */
  busyFor: number
}

/** Uploaded files, in Slack's three steps. */
export class SlackFiles {
  readonly files = new Map<string, File>()
  /** How often `files.info` says of a new file that it is not ready. */
  busyFor = 1

  begin(args: Args, url: string): object {
    const length = Number(args['length'])
    const name = args['filename']
    if (typeof name !== 'string' || name === '' || !(length > 0)) return { ok: false, error: 'invalid_arguments' }
    const id = `F${this.files.size + 1}`
    this.files.set(id, { name, length, bytes: null, completed: false, busyFor: this.busyFor })
    return { ok: true, file_id: id, upload_url: `${url}/upload/${id}` }
  }

  /** The HTTP status of the answer. */
  receive(id: string, bytes: Buffer): number {
    const file = this.files.get(id)
    if (file === undefined || file.length !== bytes.byteLength) return 400
    file.bytes = bytes
    return 200
  }

  complete(args: Args): object {
    const list = Array.isArray(args['files']) ? (args['files'] as { id: string }[]) : []
    const found = list.map(({ id }) => this.files.get(id))
    if (found.length === 0 || found.some((file) => file?.bytes == null)) return { ok: false, error: 'file_not_found' }
    for (const file of found) if (file !== undefined) file.completed = true
    return { ok: true, files: list }
  }

  info(args: Args): object {
    const id = String(args['file'])
    const file = this.files.get(id)
    if (file === undefined) return { ok: false, error: 'file_not_found' }
    const ready = this.isReady(id)
    file.busyFor--
    return { ok: true, file: { id, name: file.name, mimetype: ready ? 'image/png' : '' } }
  }

  isReady(id: string): boolean {
    const file = this.files.get(id)
    return file !== undefined && file.completed && file.busyFor <= 0
  }

  /** Files that blocks show and that cannot be shown: Slack refuses the whole message. */
  notReadyIn(blocks: unknown): string[] {
    const shown = [...JSON.stringify(blocks ?? []).matchAll(/"slack_file":\{"id":"(\w+)"/g)]
    return shown.flatMap(([, id = '']) => (this.isReady(id) ? [] : [id]))
  }
}
