import type { Collection, CollectionId, DocumentId, DocumentSummary } from '@parley/protocol'
import { Check, FolderInput } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { tellDocumentsChanged } from './use-documents'

export interface MoveMenuProps {
  readonly document: DocumentSummary
  readonly collections: readonly Collection[]
}

/** Puts a document into another collection. */
export function MoveMenu({ document, collections }: MoveMenuProps) {
  const text = useText()
  const move = useMove(document.id)
  if (collections.length < 2) return null
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.documents.move', { title: document.title })}>
          <FolderInput size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        <DropdownMenu.RadioGroup value={document.collectionId} onValueChange={move}>
          {collections.map(({ id, name }) => (
            <DropdownMenu.RadioItem key={id} value={id} className="menu__item">
              {name}
              <DropdownMenu.ItemIndicator className="menu__check">
                <Check size={16} aria-hidden="true" />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </MenuContent>
    </DropdownMenu.Root>
  )
}

function useMove(documentId: DocumentId): (collectionId: string) => void {
  const { client } = useServices()
  const fail = useFail()
  return (collectionId) => {
    client
      .command('knowledge.moveDocument', { documentId, collectionId: collectionId as CollectionId })
      .then(tellDocumentsChanged)
      .catch(fail)
  }
}
