import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Enough for the largest chart several times over; one that wants more ends, and only it. Megabytes of JavaScript's own. */
const MOST_MEMORY_MB = 256

/**
 * Starts the drawing thread, with a folder of its own for fonts, which goes when it does. It never keeps the process alive.
 * Throws where there is no room for the folder.
 */
export function startWorker(): Worker {
  const folder = mkdtempSync(join(tmpdir(), 'im-doctor-chart-'))
  try {
    const worker = new Worker(workerFile(), {
      workerData: { folder },
      // Flags of the program itself are not for its thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    worker.once('exit', () => removeFolder(folder))
    worker.unref()
    return worker
  } catch (error) {
    removeFolder(folder)
    throw error
  }
}

const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Of the built program a file beside it. A thread of the sources first has to learn to read TypeScript, as tests run them. */
function workerFile(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./chart-worker.js', import.meta.url)
  const file = new URL('./chart-worker.ts', import.meta.url).href
  // `resolve` gives the CommonJS form, from which nothing can be imported by name.
  const loader = new URL('index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api'))).href
  const script = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(file)})`
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`)
}
