import { type RefObject, useLayoutEffect } from 'react'

/** Lets a text field grow with its text; the style sheet's `max-height` bounds it. */
export function useGrowingHeight(field: RefObject<HTMLTextAreaElement | null>, content: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured whenever the text changes
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
  }, [field, content])
}
