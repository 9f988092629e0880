/** Pixels. */
export const SIDEBAR_WIDTH = { least: 200, usual: 260, most: 420 } as const

const STEP = 16

export const fittingWidth = (width: number): number =>
  Math.round(Math.min(SIDEBAR_WIDTH.most, Math.max(SIDEBAR_WIDTH.least, width)))

/** The width that a key on the sidebar's edge leads to, as in a window splitter; null for other keys. */
export function widthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return fittingWidth(width - STEP)
    case 'ArrowRight':
      return fittingWidth(width + STEP)
    case 'Home':
      return SIDEBAR_WIDTH.least
    case 'End':
      return SIDEBAR_WIDTH.most
    default:
      return null
  }
}
