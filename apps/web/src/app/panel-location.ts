/** What the context panel shows. It lives in the address, so that Back closes it and a link opens it. */
export type Panel =
  | { readonly kind: 'why'; readonly id: string }
  | { readonly kind: 'task'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  /** People who are called together. */
  | { readonly kind: 'group'; readonly id: string }
  /** A channel's pinned messages. */
  | { readonly kind: 'pins'; readonly id: string }
  /** A channel's files. */
  | { readonly kind: 'files'; readonly id: string }
  | { readonly kind: 'file'; readonly id: string }
  /** What answers a message. */
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'document'; readonly id: string; readonly start: number | null; readonly end: number | null }

const kinds = ['why', 'task', 'channel', 'person', 'group', 'pins', 'files', 'file', 'answer', 'document'] as const

/** The panel that an address's search part asks for, or null. */
export function readPanel(search: string): Panel | null {
  const parameters = new URLSearchParams(search)
  const kind = kinds.find((it) => parameters.has(it))
  const id = kind && parameters.get(kind)
  if (!kind || !id) return null
  if (kind !== 'document') return { kind, id }
  return { kind, id, start: readOffset(parameters.get('start')), end: readOffset(parameters.get('end')) }
}

function readOffset(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null
}

export function panelSearch(panel: Panel): string {
  const parameters = new URLSearchParams({ [panel.kind]: panel.id })
  if (panel.kind === 'document' && panel.start !== null && panel.end !== null) {
    parameters.set('start', String(panel.start))
    parameters.set('end', String(panel.end))
  }
  return `?${parameters}`
}
