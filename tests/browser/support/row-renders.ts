/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** What React's development tools know of a component on the page; the little of it that is asked here. */
interface Fiber {
  readonly type: unknown
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
  readonly memoizedProps: { readonly href?: string } | null
}

declare global {
  interface Window {
    /** The addresses of the sidebar's links, each time that one was drawn. */
    drawnLinks: string[]
  }
}

/** Notes every drawing of a link of the sidebar, from the next loading of the page on. */
export const watchLinks = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const PERFORMED_WORK = 1
    window.drawnLinks = []
    const note = (fiber: Fiber) => {
      const before = fiber.alternate
      // Where its children are those of before, nothing below it was drawn.
      if (before && before.child === fiber.child) return
      for (let child = fiber.child; child; child = child.sibling) {
        const wasDrawn = !child.alternate || (child.flags & PERFORMED_WORK) !== 0
        const isLink = typeof child.type === 'function' && child.memoizedProps?.href?.startsWith('/c/')
        if (wasDrawn && isLink) window.drawnLinks.push(String(child.memoizedProps?.href))
        note(child)
      }
    }
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => note(root.current),
      },
    })
  })
