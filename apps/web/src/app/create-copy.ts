/** Copies, and answers whether the browser did it. */
export type Copy = (content: string) => Promise<boolean>

/** What is used of `Navigator`. Browsers keep the clipboard from pages on plain HTTP, except on localhost. */
export interface ClipboardOwner {
  readonly clipboard?: Pick<Clipboard, 'writeText'>
}

/** Null where there is no clipboard. */
export function createCopy({ clipboard }: ClipboardOwner, onRefused: () => void): Copy | null {
  if (!clipboard) return null
  return async (content) => {
    try {
      await clipboard.writeText(content)
      return true
    } catch {
      onRefused()
      return false
    }
  }
}
