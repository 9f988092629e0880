import type { Language } from '@parley/text'
import tones from '../../packs/tones/tones.json'
import type { LabelExample } from '../labels/label-model'
import { TONE_LABELS, type ToneKind } from './tone'

/** A message with what it does and how; what is not written is the ordinary. */
export type ToneMessage = { readonly text: string; readonly acts: readonly string[] } & {
  readonly [Kind in ToneKind]?: string
}

export interface TonePack {
  readonly name: string
  readonly version: string
  readonly messages: Readonly<Record<Language, readonly ToneMessage[]>>
}

/** Messages of ordinary work and of customers, labelled by people. */
export function loadTonePack(): TonePack {
  return tones
}

/** The pack's messages with their labels of one kind. */
export function toneExamples({ messages }: TonePack, kind: ToneKind | 'acts'): LabelExample[] {
  return [...messages.zh, ...messages.en].map((message) => ({
    text: message.text,
    labels: kind === 'acts' ? message.acts : [message[kind] ?? TONE_LABELS[kind][0]],
  }))
}
