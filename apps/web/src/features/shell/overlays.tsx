import { Suspense, useEffect } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { type Overlay, useOverlay } from '../../app/use-overlay'
import { useReturnFocus } from '../../app/use-return-focus'

const loadView = () => import('./overlay-view')
const OverlayView = lazyPart(loadView)

export function Overlays() {
  const { overlay } = useOverlay()
  useEffect(() => {
    // Ahead of the first dialog, after the first page. When it fails, opening a dialog tries again.
    loadView().catch(() => undefined)
  }, [])
  return overlay && <OpenOverlay overlay={overlay} />
}

/** Stays while one overlay takes the place of another: the focus goes back to where the first was opened. */
function OpenOverlay({ overlay }: { overlay: Overlay }) {
  useReturnFocus()
  return (
    <Suspense fallback={null}>
      <OverlayView overlay={overlay} />
    </Suspense>
  )
}
