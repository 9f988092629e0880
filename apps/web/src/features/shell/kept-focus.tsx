import { useEffect } from 'react'
import { openerNow, usable } from '../../app/use-return-focus'
import { rememberPlace, standInFor } from './focus-place'

/** How long what leads the focus elsewhere may take: a dialog that closes, a page that opens. */
const PATIENCE_MS = 100
/** How long a button may be out of use until what it has begun is done, and a page on its way. */
const MOST_WAITING_MS = 1_000

/**
 * Somebody at the keyboard is never left nowhere: where what has the focus goes, or goes out of use, something near has
 * it. Whoever points at things is left alone.
 */
export default function KeptFocus() {
  useEffect(() => {
    const cancel = new AbortController()
    let held: Element | null = null
    let heldOnPage: Element | null = null
    let isByKey = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (waitedMs: number) => {
      timer = undefined
      if (!held || !isByKey) return
      const mayWait = waitedMs < MOST_WAITING_MS
      const isBusy = (held.isConnected && held.matches(':disabled')) || headingOfPage() === null
      if (isLost() && !(isBusy && mayWait)) focusNear(held, heldOnPage)
      // A page that has much to do lets go of it late, or does not take it yet.
      if (mayWait && (isNowhere() || held.matches(':disabled'))) {
        timer = setTimeout(look, PATIENCE_MS, waitedMs + PATIENCE_MS)
      }
    }
    const hold = () => {
      const now = openerNow()
      // A dialog takes the focus itself when what has it goes; one begins there when it opens, too.
      if (!now || (isDialog(now) && held && !held.isConnected && standInFor(held))) return
      held = now
      if (now.closest('.shell')) heldOnPage = now
      rememberPlace(now)
    }
    if (!isNowhere()) hold()
    const observer = new MutationObserver(() => {
      if (!isByKey || !held || timer !== undefined) return
      // What goes out of use loses the focus with the next picture only.
      if (isLost() || held.matches(':disabled')) timer = setTimeout(look, PATIENCE_MS, PATIENCE_MS)
    })
    const listen = (type: string, listener: () => void) =>
      window.addEventListener(type, listener, { signal: cancel.signal, capture: true, passive: true })
    listen('focusin', hold)
    listen('keydown', () => {
      isByKey = true
    })
    for (const type of ['pointerdown', 'wheel']) {
      listen(type, () => {
        isByKey = false
      })
    }
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      cancel.abort()
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
  return null
}

const isDialog = (element: Element) => element.matches('[role="dialog"]')

const isNowhere = () => document.activeElement === null || document.activeElement === document.body

/** Whether nothing has the focus that keys go on from. */
const isLost = () => isNowhere() || (document.activeElement !== null && isDialog(document.activeElement))

/**
 * Of a notice that goes there is nothing left: the focus is again where it was on the page. A page that has come into the
 * place of another begins with its heading, which is then told.
 */
function focusNear(held: Element, heldOnPage: Element | null): void {
  const known = usable(held) ?? standInFor(held) ?? usable(heldOnPage) ?? (heldOnPage && standInFor(heldOnPage))
  const next = known ?? headingOfPage() ?? document.getElementById('content')
  if (next === headingOfPage() && next) next.tabIndex = -1
  next?.focus()
}

const headingOfPage = () => document.querySelector<HTMLElement>('#content h1')
