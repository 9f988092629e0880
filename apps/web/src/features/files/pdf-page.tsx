import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/use-text'

export interface PdfPageProps {
  readonly document: PDFDocumentProxy
  readonly number: number
  readonly ratio: number
}

/** One page: drawn when it comes near the window, with its words for those who do not see it. */
export function PdfPage({ document, number, ratio }: PdfPageProps) {
  const text = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(canvas)
  const words = useDrawn(canvas, document, isNear ? number : null)
  return (
    <li className="pdf__page">
      {/* Its words stand below it. */}
      <canvas ref={canvas} className="pdf__picture" style={{ aspectRatio: `1 / ${ratio}` }} />
      <p className="visually-hidden">
        {text('web.files.page', { number })} {words}
      </p>
    </li>
  )
}

function useIsNear(element: { readonly current: Element | null }): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsNear(true),
      { rootMargin: '600px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isNear
}

/** Answers the page's words. null: nothing is to be drawn yet. */
function useDrawn(
  canvas: { readonly current: HTMLCanvasElement | null },
  document: PDFDocumentProxy,
  number: number | null,
) {
  const [words, setWords] = useState('')
  useEffect(() => {
    const goal = canvas.current
    if (number === null || !goal) return
    let drawing: RenderTask | null = null
    let isLeft = false
    const draw = async () => {
      const page = await document.getPage(number)
      if (isLeft) return
      const scale = (goal.clientWidth * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale })
      Object.assign(goal, { width: Math.round(viewport.width), height: Math.round(viewport.height) })
      goal.style.aspectRatio = `${viewport.width} / ${viewport.height}`
      drawing = page.render({ canvas: goal, viewport })
      await drawing.promise
      const { items } = await page.getTextContent()
      if (!isLeft) setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    // A page that cannot be drawn stays white; the others are not its fault.
    draw().catch(() => undefined)
    return () => {
      isLeft = true
      drawing?.cancel()
    }
  }, [canvas, document, number])
  return words
}
