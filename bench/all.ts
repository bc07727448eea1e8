import { isWithinTarget, printResult } from './result.ts'
import * as generate from './generate.ts'
import * as slackCommand from './slack-command.ts'
import * as pushWhy from './push-why.ts'
import * as reportFigures from './report-figures.ts'
import * as start from './start.ts'
import * as storeFloor from './store-floor.ts'
import * as timeline from './timeline.ts'
import * as verify from './verify.ts'
import * as webhooks from './webhooks.ts'
import * as webhooksTwoReplicas from './webhooks-two-replicas.ts'

// One after the other: side by side they would measure each other.
let missed = 0
for (const bench of [
  verify,
  generate,
  slackCommand,
  pushWhy,
  storeFloor,
  webhooks,
  webhooksTwoReplicas,
  timeline,
  reportFigures,
  start,
]) {
  for (const result of await bench.run()) {
    printResult(result)
    if (!isWithinTarget(result)) missed++
  }
}
process.exit(missed === 0 ? 0 : 1)
