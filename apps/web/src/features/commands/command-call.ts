import type { ClientState } from '@parley/client'
import type { ChannelId, MessageId } from '@parley/protocol'
import type { Services } from '../../app/services'
import type { Names } from '../../app/use-names'
import type { OverlayControl } from '../../app/use-overlay'
import type { Text } from '../../app/use-text'
import type { Toast } from '../../components/toasts'
import type { Attempt } from './attempt'

/** The page around a command. */
export interface Surroundings {
  readonly services: Services
  readonly text: Text
  readonly names: Names
  open: OverlayControl['open']
  navigate(path: string): void
  toast(toast: Toast): void
  /** Tells in passing why something failed. */
  fail(error: unknown): void
  /** A time to come, in words. */
  sayTime(at: string): string
}

/** A command as it was given. */
export interface CommandCall extends Surroundings {
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  /** What followed the name. */
  readonly words: string
  readonly attempt: Attempt
}

/** Why a command was not carried out, in the reader's words. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}

export function sessionOf({ services }: Surroundings): ClientState {
  const { session } = services.client.getState()
  if (!session) throw new Error('commands are given by those who are signed in')
  return session
}
