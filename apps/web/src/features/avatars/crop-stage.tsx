import { ZoomIn } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useText } from '../../app/use-text'
import { type Crop, MAX_ZOOM, moved, placeOf, zoomed } from './crop'
import type { ChosenImage } from './use-chosen-image'

export interface CropStageProps {
  readonly image: ChosenImage
  readonly crop: Crop
  readonly onCrop: (crop: Crop) => void
}

const STAGE_PIXELS = 240
const STEP_PIXELS = 12
const steps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: STEP_PIXELS, y: 0 },
  ArrowRight: { x: -STEP_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: STEP_PIXELS },
  ArrowDown: { x: 0, y: -STEP_PIXELS },
}

/** The square that will be shown, at any place and nearness that the image has. */
export function CropStage({ image, crop, onCrop }: CropStageProps) {
  const text = useText()
  const move = (by: { readonly x: number; readonly y: number }) => onCrop(moved(image, crop, by, STAGE_PIXELS))
  const drag = useDrag(move)
  const handleKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    move(step)
  }
  return (
    <>
      <div
        className="crop-stage"
        role="application"
        aria-label={text('web.avatar.stage')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the image
        tabIndex={0}
        onKeyDown={handleKey}
        {...drag}
      >
        <img src={image.url} alt="" draggable={false} style={placeOf(image, crop, STAGE_PIXELS)} />
      </div>
      <label className="crop-zoom">
        <ZoomIn size={16} aria-hidden="true" />
        <span>{text('web.avatar.zoom')}</span>
        <input
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => onCrop(zoomed(image, crop, event.currentTarget.valueAsNumber))}
        />
      </label>
    </>
  )
}

/** Tells how far a pressed pointer has gone since it was last asked. */
function useDrag(onMove: (by: { readonly x: number; readonly y: number }) => void) {
  const last = useRef<{ x: number; y: number } | null>(null)
  const end = () => {
    last.current = null
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) => {
      if (!last.current) return
      const by = { x: x - last.current.x, y: y - last.current.y }
      last.current = { x, y }
      onMove(by)
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
