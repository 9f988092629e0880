import type { QueryParameters, Task, TaskId } from '@parley/protocol'
import { type ClientState, withTasks } from './client-state'
import type { HttpClient } from './http-client'
import { addNewer, addOlder, beginLoading, endLoading, type MessageWindow, type Page, standAt } from './message-window'
import { changeWindow, type WindowPlace, windowAt } from './window-place'

export const PAGE_SIZE = 50

export interface StateAccess {
  get(): ClientState | null
  change(change: (state: ClientState) => ClientState): void
  /** Whether the task was hidden from this person while the page was on its way. */
  isGone(taskId: TaskId): boolean
}

/** Loads the page before a window; its first page, too. One page at a time. */
export async function loadOlder(http: HttpClient, place: WindowPlace, access: StateAccess): Promise<void> {
  const window = windowAt(access.get(), place)
  if (!window || window.loading) return
  if (window.hasOlder)
    return loadPage(http, { place, parameters: { before: window.fromSeq }, settle: addOlder }, access)
  if (!window.isOpened) access.change((state) => changeWindow(state, place, (it) => ({ ...it, isOpened: true })))
}

/** Loads the page after a window that ends before the newest. One page at a time. */
export async function loadNewer(http: HttpClient, place: WindowPlace, access: StateAccess): Promise<void> {
  const window = windowAt(access.get(), place)
  if (!window?.hasNewer || window.loading) return
  const after = window.messages.at(-1)?.seq ?? window.fromSeq - 1
  await loadPage(http, { place, parameters: { after }, settle: addNewer }, access)
}

/** Loads what stands around a message, by its `seq`, in the place of all that is held; with null, the newest. */
export async function loadAround(
  http: HttpClient,
  place: WindowPlace,
  seq: number | null,
  access: StateAccess,
): Promise<void> {
  await loadPage(http, { place, parameters: seq === null ? {} : { around: seq }, settle: standAt }, access)
}

interface PageRequest {
  readonly place: WindowPlace
  readonly parameters: Pick<QueryParameters<'messages.list'>, 'before' | 'after' | 'around'>
  readonly settle: (window: MessageWindow, page: Page, cursor: number) => MessageWindow
}

/**
 * A window that was replaced meanwhile, or asked for another page, stays as it is. The tasks that its cards name come
 * along: the state itself holds open ones only.
 */
async function loadPage(
  http: HttpClient,
  { place, parameters, settle }: PageRequest,
  access: StateAccess,
): Promise<void> {
  const ticket = {}
  const change = (changed: (window: MessageWindow, cursor: number) => MessageWindow) =>
    access.change((state) =>
      changeWindow(state, place, (it, cursor) => (it.loading?.ticket === ticket ? changed(it, cursor) : it)),
    )
  access.change((state) => changeWindow(state, place, (it) => beginLoading(it, ticket)))
  try {
    const page = await http.query('messages.list', { ...place, ...parameters, limit: PAGE_SIZE })
    change((window, cursor) => settle(window, page, cursor))
    takeTasks(access, page.tasks)
  } catch (error) {
    change(endLoading)
    throw error
  }
}

export function takeTasks(access: StateAccess, tasks: readonly Task[]): void {
  const visible = tasks.filter((task) => !access.isGone(task.id))
  access.change((state) => withTasks(state, visible))
}
