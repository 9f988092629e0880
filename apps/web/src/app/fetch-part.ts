const ASK_AGAIN_MS = 2_000

/** Fetches a part of the program: at once, or once more when the server can be reached again. Then a failure means it. */
export async function fetchPart<Part>(load: () => Promise<Part>, reached = reachServer): Promise<Part> {
  try {
    return await load()
  } catch {
    await reached()
    return load()
  }
}

async function reachServer(): Promise<void> {
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  await Promise.all([...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(fetchStyles))
}

/** A style sheet that did not come is not asked for again by whoever loads the part. */
async function fetchStyles(link: HTMLLinkElement): Promise<void> {
  if (link.sheet) return
  const again = link.cloneNode() as HTMLLinkElement
  const settled = new Promise((resolve) => {
    again.onload = resolve
    again.onerror = resolve
  })
  link.replaceWith(again)
  await settled
}

const answers = (): Promise<boolean> =>
  fetch('/api/health').then(
    () => true,
    () => false,
  )
