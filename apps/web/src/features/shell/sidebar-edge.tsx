import type { KeyboardEvent, PointerEvent } from 'react'
import { fittingWidth, SIDEBAR_WIDTH, widthAfterKey } from '../../app/sidebar-width'
import { showSidebarWidth } from '../../app/use-appearance'
import { usePreferences, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Makes the sidebar wider or narrower: by dragging, by arrow keys; a double click gives it its usual width. */
export function SidebarEdge() {
  const text = useText()
  const { preferences } = useServices()
  const { sidebarWidth } = usePreferences()
  const keep = (width: number) => preferences.set({ sidebarWidth: width })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that only divides cannot be moved; this is a window splitter
    <div
      className="sidebar__edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={text('web.nav.resize')}
      aria-valuenow={sidebarWidth}
      aria-valuemin={SIDEBAR_WIDTH.least}
      aria-valuemax={SIDEBAR_WIDTH.most}
      tabIndex={0}
      onKeyDown={(event) => handleKey(event, sidebarWidth, keep)}
      onDoubleClick={() => keep(SIDEBAR_WIDTH.usual)}
      {...dragHandlers(keep)}
    />
  )
}

function handleKey(event: KeyboardEvent, width: number, keep: (width: number) => void): void {
  const next = widthAfterKey(event.key, width)
  if (next === null) return
  event.preventDefault()
  keep(next)
}

type Drag = PointerEvent<HTMLElement>

/** Shown while it is dragged, kept when it is let go: keeping renders the page anew. */
function dragHandlers(keep: (width: number) => void) {
  const isDragged = (event: Drag) => event.currentTarget.hasPointerCapture(event.pointerId)
  return {
    onPointerDown: (event: Drag) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: Drag) => isDragged(event) && showSidebarWidth(fittingWidth(event.clientX)),
    onPointerUp: (event: Drag) => isDragged(event) && keep(fittingWidth(event.clientX)),
  }
}
