/** The name of the script that this page began with, which bears its content; none where nothing was built. */
export function ownBuild(page: Document): string | null {
  const script = page.querySelector<HTMLScriptElement>('script[type="module"][src*="/assets/"]')
  return script?.src.split('/').at(-1) ?? null
}
