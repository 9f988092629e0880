/** Waits until something is so: asked at once, and again whenever the store says that it changed. */
export function until(subscribe: (listener: () => void) => () => void, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve()
    const unsubscribe = subscribe(() => {
      if (!isSo()) return
      unsubscribe()
      resolve()
    })
  })
}
