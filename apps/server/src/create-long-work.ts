import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { createDelivery } from './create-delivery'
import { DemoFiller } from './demo/demo-filler'
import { fillDemoWorkspace } from './demo/fill-demo-workspace'
import { DocumentCheck } from './health/document-check'
import { Evaluations } from './intents/evaluations'
import { OwnIntents } from './intents/own-intents'
import { KnowledgeNews } from './library/knowledge-news'
import type { ParleyOptions } from './parley-options'
import type { LiveHub } from './realtime/live/live-hub'
import { OwnRules } from './rules/own-rules'
import { tellAdministrators } from './rules/tell-administrators'
import type { Services } from './services'
import { createSources } from './sources/create-sources'
import { runTransfer } from './transfers/run-transfer'
import { TransferFiles } from './transfers/transfer-files'
import { TransferRunner, type TransferWork } from './transfers/transfer-runner'
import { createTransfers } from './transfers/transfers'

interface Grounds {
  readonly options: ParleyOptions
  readonly delivery: Pick<ReturnType<typeof createDelivery>, 'store' | 'directory'>
  readonly live: LiveHub
  /** Known once everything is put together. */
  readonly services: () => Services
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** What goes on for long once somebody has asked for it, and tells how far it is. */
export function createLongWork(grounds: Grounds) {
  const { options, delivery, live, services, onError } = grounds
  const { store } = delivery
  return {
    demo: createDemo(grounds),
    ...createMoving(grounds),
    ...createLearning(grounds),
    documentCheck: new DocumentCheck({
      ...{ store, databaseUrl: options.databaseUrl, onError },
      entryPath: join(options.programDirectory, 'comparison-worker.js'),
    }),
    sources: createSources({ options, services, onError }),
    knowledge: new KnowledgeNews({ rows: store.rows, live, onError }),
  }
}

const createDemo = ({ options, delivery, services, now, onError }: Grounds) =>
  new DemoFiller({
    ...{ rows: delivery.store.rows, now, onError },
    password: options.demoPassword ?? randomBytes(24).toString('base64url'),
    fill: (fill, signal) => fillDemoWorkspace(services(), fill, signal),
  })

/** Imports and exports. */
function createMoving({ options, delivery: { store }, services, onError }: Grounds) {
  const files = new TransferFiles(options.transferDirectory ?? ofThisProcess('transfers'))
  const work = (one: TransferWork) => runTransfer(services(), files, one)
  const transferRunner = new TransferRunner({ store, files, work, onError })
  return { transferRunner, transfers: createTransfers(store, files, transferRunner) }
}

/** What a workspace teaches, and how well it is told apart. */
function createLearning({ options, delivery: { store, directory }, live, onError }: Grounds) {
  const { intents: control, rules, comprehension } = options.engine
  const modelDirectory = options.intentDirectory ?? ofThisProcess('intents')
  const onChanged = tellAdministrators({ rows: store.rows, live, onError })
  return {
    intents: new OwnIntents({ store, control, directory: modelDirectory, onChanged, onError }),
    evaluations: new Evaluations({ store, control, comprehension, directory, modelDirectory, onError }),
    rules: new OwnRules({ store, directory, control: rules, onChanged }),
  }
}

const ofThisProcess = (what: string): string => join(tmpdir(), `parley-${what}-${process.pid}`)
