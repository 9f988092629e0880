import type { Collection, DocumentSummary } from '@parley/protocol'
import { Lock, Pencil } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { isAdministrator } from '../people/is-administrator'
import { DocumentRow } from './document-row'

export interface CollectionListProps {
  readonly collections: readonly Collection[]
  readonly documents: readonly DocumentSummary[]
}

/** Documents under their collections; where there is but one, it needs no name. */
export function CollectionList({ collections, documents }: CollectionListProps) {
  if (collections.length < 2) return <DocumentRows documents={documents} collections={collections} />
  return collections.map((collection) => (
    <section key={collection.id} className="collection" aria-labelledby={collection.id}>
      <CollectionHead collection={collection} />
      <DocumentRows
        documents={documents.filter(({ collectionId }) => collectionId === collection.id)}
        collections={collections}
      />
    </section>
  ))
}

function DocumentRows({ documents, collections }: CollectionListProps) {
  const text = useText()
  if (documents.length === 0) return <p className="field__hint">{text('web.documents.noneHere')}</p>
  return (
    <ul className="rows">
      {documents.map((document) => (
        <DocumentRow key={document.id} document={document} collections={collections} />
      ))}
    </ul>
  )
}

function CollectionHead({ collection }: { collection: Collection }) {
  const text = useText()
  const { open } = useOverlay()
  const me = useMe()
  const { id, name, readerIds, ownerId } = collection
  return (
    <header className="collection__head">
      <h2 id={id} className="collection__name">
        {name}
      </h2>
      <span className="collection__readers">
        {readerIds && <Lock size={13} aria-hidden="true" />}
        {readerIds ? text('web.documents.readerCount', { count: readerIds.length }) : text('web.documents.everybody')}
      </span>
      {(ownerId === me.id || isAdministrator(me)) && (
        <IconButton
          label={text('web.documents.editCollection', { name })}
          onClick={() => open({ kind: 'collection', collection })}
        >
          <Pencil size={15} />
        </IconButton>
      )}
    </header>
  )
}
