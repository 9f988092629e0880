import { newClientId } from '@parley/client'
import { useCallback, useRef } from 'react'

type Attempt = <Answer>(asked: object, give: (id: string) => Promise<Answer>) => Promise<Answer>

const NONE = { said: '', id: '' }

/**
 * Gives something under an id that is the same for every try of it until one has succeeded: what was done though its
 * answer was lost is not done twice. Anything else has an id of its own.
 */
export function useAttempt(): Attempt {
  const last = useRef(NONE)
  return useCallback(async (asked, give) => {
    const said = JSON.stringify(asked)
    if (last.current.said !== said) last.current = { said, id: newClientId() }
    const answer = await give(last.current.id)
    last.current = NONE
    return answer
  }, [])
}
