import { type Encoder, EncoderUnavailableError } from '@parley/inference'
import { askTalk, type TalkAnswer } from '@parley/knowledge'
import type { TalkToJudge } from './library-wire'

/** While the encoder is away, words alone are compared. */
export async function judgeTalk(talk: TalkToJudge, encoder: Encoder | null): Promise<TalkAnswer> {
  try {
    return await askTalk({ ...talk, encoder })
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return askTalk({ ...talk, encoder: null })
    throw error
  }
}
