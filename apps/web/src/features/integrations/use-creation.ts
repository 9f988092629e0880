import { ParleyError } from '@parley/protocol'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { type Action, useAction } from '../../app/use-action'
import { useLanguage } from '../../app/use-services'

interface Creation {
  /** Why the server does not take this address; null once another stands there. */
  readonly refusal: string | null
  /** Fails with what is wrong otherwise. */
  readonly create: Action<[]>
}

/** Makes an integration; what is wrong with its address is to be said by that field. */
export function useCreation(make: () => Promise<void>, url: string): Creation {
  const language = useLanguage()
  const [refused, setRefused] = useState<{ readonly url: string; readonly error: ParleyError } | null>(null)
  const create = useAction(async () => {
    setRefused(null)
    await make().catch((error: unknown) => {
      if (!isAboutAddress(error)) throw error
      setRefused({ url, error })
    })
  })
  const refusal = refused?.url === url ? describeError(refused.error, language).text : null
  return { refusal, create }
}

const isAboutAddress = (error: unknown): error is ParleyError =>
  error instanceof ParleyError && error.code === 'hook_address_forbidden'
