import { createHash } from 'node:crypto'

/** Knows an example again without holding its words: what people wrote to each other is learnt from and not kept. */
export function exampleKey(text: string): string {
  return createHash('sha256').update(comparable(text)).digest('hex').slice(0, 24)
}

/** Texts that differ in nothing but width, case and blanks are one example. */
const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
