/** Page after page until so many are there, or there is no more. `nextOf`: what asks for the page after this one. */
export async function readPages<Page, Place>(
  read: (place: Place | null) => Promise<Page>,
  nextOf: (page: Page) => Place | null,
  count: number,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let place: Place | null = null; pages.length < count; ) {
    const page = await read(place)
    pages.push(page)
    place = nextOf(page)
    if (place === null) break
  }
  return pages
}
