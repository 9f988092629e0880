import type { Draft } from '@parley/protocol'

/** A text being written, and how it stands to what the server keeps for the person's other devices. */
export interface DraftState {
  readonly text: string
  /** Whether the server is still to be told. */
  readonly isDirty: boolean
  /** When the server last took it from here, or it was taken from there: the server's own time. */
  readonly savedAt: string | null
  /** Whether the server holds a text. */
  readonly isKept: boolean
}

/** What this browser could not hand over before counts first: it is newer than what the server has. */
export function startDraft(unsaved: string | null, kept: Draft | undefined): DraftState {
  const state = { savedAt: kept?.savedAt ?? null, isKept: kept !== undefined }
  return unsaved === null
    ? { ...state, text: kept?.text ?? '', isDirty: false }
    : { ...state, text: unsaved, isDirty: unsaved !== '' || state.isKept }
}

/** The server need not be told of nothing where it has nothing. */
export const draftAfterWriting = (state: DraftState, text: string): DraftState => ({
  ...state,
  text,
  isDirty: text !== '' || state.isKept,
})

/** A text is on its way to the server: whether it arrives or not, the server may hold one from now on. */
export const draftWhileSaving = (state: DraftState): DraftState => ({
  ...state,
  isKept: state.isKept || state.text !== '',
})

/** The server has taken this text; more may have been written meanwhile. */
export const draftAfterSave = (state: DraftState, saved: string, savedAt: string): DraftState => ({
  text: state.text,
  isDirty: state.text !== saved,
  savedAt,
  isKept: saved !== '',
})

/** What the server keeps has changed. What is being written here is not touched. */
export function draftAfterNews(state: DraftState, before: Draft | undefined, now: Draft | undefined): DraftState {
  if (state.isDirty) return state
  if (now) {
    const isNewer = isLater(now.savedAt, state.savedAt)
    return isNewer ? { text: now.text, isDirty: false, savedAt: now.savedAt, isKept: true } : state
  }
  const isGone = before !== undefined && (state.savedAt === null || !isLater(state.savedAt, before.savedAt))
  return isGone ? { ...state, text: '', isKept: false } : state
}

const isLater = (one: string, other: string | null) => other === null || Date.parse(one) > Date.parse(other)
