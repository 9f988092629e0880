import type { Attention } from '@parley/protocol'
import { type PointerEvent, useEffect, useRef } from 'react'

export interface AttentionMapProps {
  readonly tokens: Attention['tokens']
  /** Row by row, in thousandths. */
  readonly weights: readonly number[]
  readonly row: number
  readonly onRow: (row: number) => void
}

/** One pixel a cell, drawn large: who looks stands at the left, what is looked at above. The strip below says it in words. */
export function AttentionMap({ tokens, weights, row, onRow }: AttentionMapProps) {
  const count = tokens.length
  const choose = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    onRow(Math.min(count - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * count))))
  }
  return (
    <div className="attention__map" aria-hidden="true" onPointerMove={choose} onPointerDown={choose}>
      <Cells count={count} weights={weights} />
      <span className="attention__row" style={{ top: `${(row / count) * 100}%`, height: `${100 / count}%` }} />
    </div>
  )
}

/** A matrix as a small picture in the colour of the text around it. */
export function Cells({ count, weights }: { count: number; weights: readonly number[] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d')
    if (!drawing || count === 0) return
    const ink = getComputedStyle(drawing.canvas).color.match(/\d+/g)?.slice(0, 3).map(Number) ?? [0, 0, 0]
    const image = drawing.createImageData(count, count)
    // By its root: most weights are small, and all would look alike.
    for (const [cell, weight] of weights.entries())
      image.data.set([...ink, Math.round(255 * Math.sqrt(weight / 1000))], 4 * cell)
    drawing.putImageData(image, 0, 0)
  }, [count, weights])
  return <canvas ref={canvas} className="attention__cells" width={count} height={count} />
}
