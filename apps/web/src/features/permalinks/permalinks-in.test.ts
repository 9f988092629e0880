import { describe, expect, it } from 'vitest'
import { permalinksIn } from './permalinks-in'

const origin = 'https://parley.example.org'
const channel = '01900000-0000-7000-8000-000000000001'
const link = (seq: number) => `${origin}/c/${channel}/m/${seq}`
const seqs = (text: string) => permalinksIn(text, origin).map(({ seq }) => seq)

describe('permalinks in a text', () => {
  it('are found bare, in a Markdown link, before Chinese punctuation, and in a thread', () => {
    expect(seqs(`see ${link(7)}`)).toEqual([7])
    expect(seqs(`[here](${link(8)}), please`)).toEqual([8])
    expect(seqs(`见${link(9)}。`)).toEqual([9])
    expect(seqs(`${origin}/c/${channel}/t/${channel}/m/12`)).toEqual([12])
  })

  it('are found as the server writes them, which knows no address of its own', () => {
    expect(seqs(`⏰ Call Wei\n\n[Go to message](/c/${channel}/m/7)`)).toEqual([7])
    expect(seqs(`[elsewhere](/tasks) and /c/${channel}/m/7`)).toEqual([])
  })

  it('count once each, at most three', () => {
    expect(seqs([1, 1, 2, 3, 4].map(link).join(' '))).toEqual([1, 2, 3])
  })

  it('are none in quotations and code, of a channel without a message, or of another server', () => {
    expect(seqs(`> [#general](${link(1)})\n\nwhat about this?`)).toEqual([])
    expect(seqs(`\`${link(1)}\` and\n\`\`\`\n${link(2)}\n\`\`\``)).toEqual([])
    expect(seqs(`${origin}/c/${channel}`)).toEqual([])
    expect(seqs(`https://elsewhere.example.org/c/${channel}/m/1`)).toEqual([])
  })
})
