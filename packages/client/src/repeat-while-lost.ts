import { ConnectionError } from './connection-error'

const PAUSES_MS = [300, 1_200]

/** Whether the server knows the command again by its `clientCommandId`, and answers what it made the first time. */
export const isKnownAgain = ({ body }: { readonly body: { readonly shape: object } }): boolean =>
  'clientCommandId' in body.shape

/** Gives a command that is known again until an answer has come, three times at most. Time that ran out is not doubled. */
export async function repeatWhileLost<Answer>(give: () => Promise<Answer>): Promise<Answer> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await give()
    } catch (error) {
      if (!(error instanceof ConnectionError) || (error.cause as Error | undefined)?.name === 'TimeoutError')
        throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return give()
}
