/** Width of a stretch of text: wide (Chinese, Japanese, Korean) characters count two, all others one. */
export function textWidth(text: string, start: number, end: number): number {
  let width = end - start
  for (let at = start; at < end; at++) if (isWide(text.charCodeAt(at))) width++
  return width
}

function isWide(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0xa4cf) || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xf900 && unit <= 0xff60)
}
