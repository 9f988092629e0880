import { lazy, Suspense, useEffect } from 'react'
import { useOverlay } from '../../app/use-overlay'

const loadView = () => import('./overlay-view')
const OverlayView = lazy(loadView)

export function Overlays() {
  const { overlay } = useOverlay()
  useEffect(() => {
    // Ahead of the first dialog, after the first page. When it fails, opening a dialog tries again.
    loadView().catch(() => undefined)
  }, [])
  return <Suspense fallback={null}>{overlay && <OverlayView overlay={overlay} />}</Suspense>
}
