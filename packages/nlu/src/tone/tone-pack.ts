import type { Language } from '@parley/text'
import tones from '../../packs/tones/tones.json'
import type { LabelExample } from '../labels/label-model'
import { loadRequestPack } from '../requests/request-pack'
import { TONE_LABELS, type ToneKind } from './tone'

/** A message with what it does and how; what is not written is the ordinary. */
export type ToneMessage = { readonly text: string; readonly acts: readonly string[] } & {
  readonly [Kind in ToneKind]?: string
}

/** The kinds that few words tell: what such a message does, or feels, people do not agree on. */
export const TOLD_BRIEFLY = ['sentiment', 'urgency'] as const
export type BriefMessage = { readonly text: string } & { readonly [Kind in (typeof TOLD_BRIEFLY)[number]]?: string }

export interface TonePack {
  readonly name: string
  readonly version: string
  readonly messages: Readonly<Record<Language, readonly ToneMessage[]>>
  /** A few words each, of which only the kinds of `TOLD_BRIEFLY` are known: 太差了, "an hour on hold, absurd". */
  readonly briefly?: Readonly<Record<Language, readonly BriefMessage[]>>
  /** Texts of which only what they do is known. */
  readonly moreActs?: readonly LabelExample[]
}

/** Messages of ordinary work and of customers, labelled by people; orders and promises from the request pack, which has many more of them. */
export function loadTonePack(): TonePack {
  return { ...tones, moreActs: requestsAndPromises() }
}

function requestsAndPromises(): LabelExample[] {
  const { request, commitment } = loadRequestPack().intents
  const of = (act: string, examples: Readonly<Record<Language, readonly string[]>> = { zh: [], en: [] }) =>
    [...examples.zh, ...examples.en].map((text) => ({ text, labels: [act] }))
  return [...of('request', request?.examples), ...of('commitment', commitment?.examples)]
}

/** What the head of one kind learns from. */
export function toneExamples(pack: TonePack, kind: ToneKind | 'acts'): LabelExample[] {
  return [...labelled(pack, kind), ...(kind === 'acts' ? (pack.moreActs ?? []) : saidBriefly(pack, kind))]
}

function saidBriefly({ briefly }: TonePack, kind: ToneKind): LabelExample[] {
  const told = TOLD_BRIEFLY.find((one) => one === kind)
  if (!told || !briefly) return []
  return [...briefly.zh, ...briefly.en].map((message) => ({
    text: message.text,
    labels: [message[told] ?? TONE_LABELS[told][0]],
  }))
}

function labelled({ messages }: TonePack, kind: ToneKind | 'acts'): LabelExample[] {
  return [...messages.zh, ...messages.en].map((message) => ({
    text: message.text,
    labels: kind === 'acts' ? message.acts : [message[kind] ?? TONE_LABELS[kind][0]],
  }))
}
