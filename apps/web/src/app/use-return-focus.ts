import { useEffect, useState } from 'react'

/** Gives the focus back when what calls this closes: to where it was when that opened. */
export function useReturnFocus(): void {
  const [opener] = useState(openerNow)
  useEffect(() => () => void setTimeout(() => returnFocus(opener)), [opener])
}

/** What has the focus while something opens; of a menu, which is about to go, the button that it hangs on. */
export function openerNow(): Element | null {
  const menu = document.activeElement?.closest('[role="menu"]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : document.activeElement
}

/** Unless somebody has put it elsewhere meanwhile. Where what had it is gone or hidden, `KeptFocus` finds something near. */
export function returnFocus(opener: Element | null): void {
  const isNowhere = document.activeElement === null || document.activeElement === document.body
  if (isNowhere) usable(opener)?.focus({ preventScroll: true })
}

/** What takes the focus, where it is there for that: not while it is hidden or out of use. */
export function usable(element: Element | null): HTMLElement | null {
  if (!(element instanceof HTMLElement) || !element.isConnected || element.matches(':disabled')) return null
  return element.checkVisibility({ visibilityProperty: true }) ? element : null
}
