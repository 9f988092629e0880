import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 639.98px)')

function subscribe(listener: () => void): () => void {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is room for one column only; the same bound as in the style sheets. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow().matches)
