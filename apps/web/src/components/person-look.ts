const HUES = [15, 45, 75, 110, 145, 175, 205, 235, 265, 290, 315, 345] as const

/** A person's hue in degrees, the same everywhere and for good: it follows from the id alone. */
export function hueOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return HUES[hash % HUES.length] ?? HUES[0]
}

const HAN = /\p{Script=Han}/u

/** Two letters of a Latin name, the last character or two of a Chinese one, as people call each other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  if (HAN.test(trimmed)) return [...trimmed].slice(-1).join('')
  const words = trimmed.split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}
