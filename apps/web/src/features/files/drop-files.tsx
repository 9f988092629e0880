import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { DropArea } from '../../components/drop-area'
import { useAttach } from './use-attachments'

/** A conversation that takes files which are dropped on it. */
export function DropFiles({ isArchived, children }: { isArchived: boolean; children: ReactNode }) {
  const text = useText()
  const attach = useAttach()
  if (isArchived) return children
  return (
    <DropArea label={text('web.files.dropHere')} onFiles={attach}>
      {children}
    </DropArea>
  )
}
