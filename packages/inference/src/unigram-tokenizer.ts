import type { E5Vocabulary } from './e5s1-file'
import { PieceTrie } from './piece-trie'
import { META_SPACE, type NormalisedText, normaliseText } from './text-normaliser'

export interface TokenisedText {
  /** Begin- and end-of-sequence tokens included. */
  readonly ids: Int32Array
  /** UTF-16 offsets into the text, without a leading space; equal (0, 0) for the two special tokens. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly isTruncated: boolean
}

export interface Tokenizer {
  tokenise(text: string, maxTokens: number): TokenisedText
  /** The piece as the vocabulary writes it, `▁` for a leading space. */
  piece(id: number): string
}

/** SentencePiece's penalty for a character that no piece covers, below the least likely piece. */
const UNKNOWN_PENALTY = 10
const SPECIAL_TOKENS = 2

interface Unigram {
  readonly vocabulary: E5Vocabulary
  readonly trie: PieceTrie
  readonly unknownScore: number
  readonly longestPiece: number
}

/**
 * The most likely segmentation under a unigram model (Kudo 2018, "Subword Regularization"), by Viterbi search.
 * Linear in the text's length; the text beyond what `maxTokens` can reach is not read.
 */
export function createUnigramTokenizer(vocabulary: E5Vocabulary): Tokenizer {
  const model = createUnigram(vocabulary)
  return {
    tokenise: (text, maxTokens) => {
      const limit = (maxTokens + 1) * model.longestPiece
      const normalised = normaliseText(text, vocabulary.codePointMap, limit)
      return withSpecials(model, normalised, segment(model, normalised), maxTokens)
    },
    piece: (id) => pieceText(vocabulary, id),
  }
}

function createUnigram(vocabulary: E5Vocabulary): Unigram {
  const trie = new PieceTrie()
  let longestPiece = 1
  const { bos, eos, pad, unknown } = vocabulary
  const special = new Set([bos, eos, pad, unknown])
  for (let id = 0; id < vocabulary.pieceCount; id++) {
    // `<mask>` (score 0, no piece of text) would win against every real piece.
    if (special.has(id) || vocabulary.scores[id] === 0) continue
    longestPiece = Math.max(longestPiece, insertPiece(trie, vocabulary, id))
  }
  const lowest = vocabulary.scores.reduce((least, score) => Math.min(least, score), 0)
  return { vocabulary, trie: trie.seal(), unknownScore: lowest - UNKNOWN_PENALTY, longestPiece }
}

function pieceText(vocabulary: E5Vocabulary, id: number): string {
  const { blob, offsets } = vocabulary
  if (id < 0 || id >= vocabulary.pieceCount) throw new RangeError(`no piece ${id}`)
  return Buffer.from(blob.buffer, blob.byteOffset + offsets[id]!, offsets[id + 1]! - offsets[id]!).toString('utf8')
}

/** Inserts one piece and returns its length in code points. */
function insertPiece(trie: PieceTrie, vocabulary: E5Vocabulary, id: number): number {
  let node = PieceTrie.ROOT
  let length = 0
  for (const character of pieceText(vocabulary, id)) {
    node = trie.childOrNew(node, character.codePointAt(0)!)
    length++
  }
  trie.setPiece(node, id)
  return length
}

interface Segment {
  readonly id: number
  /** Range of normalised code points. */
  readonly from: number
  readonly to: number
}

function segment(model: Unigram, text: NormalisedText): Segment[] {
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY)
  const previous = new Int32Array(text.length + 1)
  const pieces = new Int32Array(text.length + 1)
  best[0] = 0
  const offer = (from: number, to: number, piece: number, score: number): void => {
    const total = best[from]! + score
    if (total <= best[to]!) return
    best[to] = total
    previous[to] = from
    pieces[to] = piece
  }
  for (let from = 0; from < text.length; from++) {
    offer(from, from + 1, model.vocabulary.unknown, model.unknownScore)
    offerPieces(model, text, from, offer)
  }
  return backtrack(text.length, previous, pieces, model.vocabulary.unknown)
}

function offerPieces(
  { trie, vocabulary }: Unigram,
  text: NormalisedText,
  from: number,
  offer: (from: number, to: number, piece: number, score: number) => void,
): void {
  let node = trie.child(PieceTrie.ROOT, text.codePoints[from]!)
  for (let to = from + 1; node !== PieceTrie.NONE; to++) {
    const piece = trie.pieceAt(node)
    if (piece !== PieceTrie.NONE) offer(from, to, piece, vocabulary.scores[piece]!)
    if (to >= text.length) return
    node = trie.child(node, text.codePoints[to]!)
  }
}

/** Neighbouring unknown characters become one token, as SentencePiece does. */
function backtrack(length: number, previous: Int32Array, pieces: Int32Array, unknown: number): Segment[] {
  const segments: Segment[] = []
  for (let to = length; to > 0; to = previous[to]!) {
    const current = { id: pieces[to]!, from: previous[to]!, to }
    const next = segments.at(-1)
    if (current.id === unknown && next?.id === unknown) segments[segments.length - 1] = { ...next, from: current.from }
    else segments.push(current)
  }
  return segments.reverse()
}

function withSpecials(
  model: Unigram,
  text: NormalisedText,
  segments: readonly Segment[],
  maxTokens: number,
): TokenisedText {
  const kept = segments.slice(0, maxTokens - SPECIAL_TOKENS)
  const ids = new Int32Array(kept.length + SPECIAL_TOKENS)
  const starts = new Int32Array(ids.length)
  const ends = new Int32Array(ids.length)
  ids[0] = model.vocabulary.bos
  ids[ids.length - 1] = model.vocabulary.eos
  kept.forEach(({ id, from, to }, index) => {
    const hasLeadingSpace = text.codePoints[from] === META_SPACE && to - from > 1
    ids[index + 1] = id
    starts[index + 1] = text.starts[hasLeadingSpace ? from + 1 : from]!
    ends[index + 1] = text.ends[to - 1]!
  })
  return { ids, starts, ends, isTruncated: text.isCut || kept.length < segments.length }
}
