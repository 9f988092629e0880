import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type Panel, panelSearch, readPanel } from './panel-location'

export interface PanelControl {
  readonly panel: Panel | null
  open(panel: Panel): void
  close(): void
}

export function usePanel(): PanelControl {
  const [path, navigate] = useLocation()
  const search = useSearch()
  return useMemo(
    () => ({
      panel: readPanel(search),
      // A panel in the place of another is one step, not two: Back leads to the conversation.
      open: (panel) => navigate(path + panelSearch(panel), { replace: readPanel(search) !== null }),
      close: () => navigate(path, { replace: true }),
    }),
    [path, search, navigate],
  )
}
