import { useEffect } from 'react'

/** Reads again what has no event on the wire, when this page says that it has changed it. */
export function useReloadOnChange(change: string, reload: () => void): void {
  useEffect(() => {
    window.addEventListener(change, reload)
    return () => window.removeEventListener(change, reload)
  }, [change, reload])
}
