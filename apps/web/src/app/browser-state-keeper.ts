import type { KeptState, StateKeeper } from '@parley/client'
import { type DBSchema, openDB } from 'idb'

interface Place extends DBSchema {
  readonly states: { readonly key: string; readonly value: KeptState & { readonly build: string | null } }
}

export interface KeeperOptions {
  /** Which program writes it: what another one wrote may have another form, and is not read. */
  readonly build: string | null
  readonly isAllowed: () => boolean
  readonly now: () => number
}

const NAME = 'parley.kept'
/** Who has not been here for that long may have been shut out meanwhile without this device knowing. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000

/** Keeps one person's state in the browser's database. */
export function browserStateKeeper({ build, isAllowed, now }: KeeperOptions): StateKeeper {
  const open = () => openDB<Place>(NAME, 1, { upgrade: (database) => void database.createObjectStore('states') })
  const using = async <Result>(act: (database: Awaited<ReturnType<typeof open>>) => Promise<Result>) => {
    const database = await open()
    return act(database).finally(() => database.close())
  }
  const clear = () => using((database) => database.clear('states'))
  return {
    clear,
    load: async () => {
      const [kept] = await using((database) => database.getAll('states', null, 1))
      if (!kept) return null
      const age = now() - kept.atMs
      if (isAllowed() && kept.build === build && age >= 0 && age < LONGEST_MS) return kept
      await clear()
      return null
    },
    save: async (kept) => {
      if (!isAllowed()) return
      await using(async (database) => {
        const transaction = database.transaction('states', 'readwrite')
        await transaction.store.clear()
        await transaction.store.put({ ...kept, build }, kept.state.me.id)
        await transaction.done
      })
    },
  }
}
