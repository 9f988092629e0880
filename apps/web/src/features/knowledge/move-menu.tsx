import type { Collection, CollectionId, DocumentSummary } from '@parley/protocol'
import { Check, FolderInput } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useCommand } from '../../app/use-command'
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
  const command = useCommand()
  if (collections.length < 2) return null
  const move = async (collectionId: string) => {
    await command('knowledge.moveDocument', { documentId: document.id, collectionId: collectionId as CollectionId })
    tellDocumentsChanged()
  }
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.documents.move', { title: document.title })}>
          <FolderInput size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        <DropdownMenu.RadioGroup value={document.collectionId} onValueChange={(id) => void move(id)}>
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
