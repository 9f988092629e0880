import { useLocation } from 'wouter'

/** On a narrow screen one of these is shown at a time. */
export type View = 'list' | 'conversation' | 'page'

export function useView(): View {
  const [path] = useLocation()
  if (path === '/') return 'list'
  return path.startsWith('/c/') ? 'conversation' : 'page'
}
