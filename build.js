import { rmSync } from 'node:fs'
import { build } from 'esbuild'

// One start loads a few files in place of some hundreds: a fifth of the time to /readyz. Types are checked by `npm run types`.
rmSync('dist', { recursive: true, force: true })
await build({
  // Charts are drawn on a thread, which begins with a file of its own.
  entryPoints: { main: 'src/main.ts', 'chart-worker': 'src/adapters/chart/chart-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  // CommonJS packages stay as they are: some load files of their own, and all of them are loaded only when needed.
  external: ['discord.js', '@slack/*', 'pino', 'pino-pretty', 'prom-client', 'undici', 'yaml', 'commander', 'libsql', 'pg', 'node-forge', '@resvg/resvg-js'],
})
