import '../people/people.css'
import type { Collection, UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { Failure } from '../../components/failure'
import { TextField } from '../../components/field'
import { Segmented } from '../../components/segmented'
import { PeoplePicker } from '../channels/people-picker'
import { usePeople } from '../people/use-people'
import { tellDocumentsChanged } from './use-documents'

type Reach = 'everybody' | 'chosen'

/** Makes a collection, or says anew how it is called and who reads it. */
export default function CollectionDialog({ collection }: { collection: Collection | null }) {
  const text = useText()
  const { close } = useOverlay()
  const me = useMe()
  const [name, setName] = useState(collection?.name ?? '')
  const [reach, setReach] = useState<Reach>(collection?.readerIds ? 'chosen' : 'everybody')
  const [readers, setReaders] = useState<ReadonlySet<UserId>>(() => new Set(collection?.readerIds ?? [me.id]))
  const people = usePeople().filter(({ kind }) => kind === 'person')
  const save = useSave(collection, { name: name.trim(), readerIds: reach === 'everybody' ? null : [...readers] })
  return (
    <DialogForm
      title={text(collection ? 'web.documents.editCollection' : 'web.documents.newCollection', { name })}
      submitLabel={text('web.documents.save')}
      action={save}
      isReady={name.trim() !== ''}
      onClose={close}
    >
      <TextField label={text('web.documents.name')} required maxLength={80} value={name} onValue={setName} />
      <ReachField reach={reach} onReach={setReach} />
      {reach === 'chosen' && <PeoplePicker people={people} picked={readers} onPicked={setReaders} />}
      {collection && !collection.isDefault && <Removal collection={collection} />}
    </DialogForm>
  )
}

function useSave(collection: Collection | null, draft: { name: string; readerIds: UserId[] | null }) {
  const { http } = useServices()
  const { close } = useOverlay()
  return useAction(async () => {
    if (collection) await http.command('knowledge.updateCollection', { collectionId: collection.id, ...draft })
    else await http.command('knowledge.createCollection', draft)
    tellDocumentsChanged()
    close()
  })
}

function ReachField({ reach, onReach }: { reach: Reach; onReach: (reach: Reach) => void }) {
  const text = useText()
  return (
    <div className="field">
      <span className="field__label">{text('web.documents.readers')}</span>
      <div>
        <Segmented
          label={text('web.documents.readers')}
          value={reach}
          onValue={onReach}
          options={[
            { value: 'everybody', label: text('web.documents.everybody') },
            { value: 'chosen', label: text('web.documents.chosen') },
          ]}
        />
      </div>
    </div>
  )
}

function Removal({ collection }: { collection: Collection }) {
  const text = useText()
  const { http } = useServices()
  const { close } = useOverlay()
  const remove = useAction(async () => {
    await http.command('knowledge.removeCollection', { collectionId: collection.id })
    tellDocumentsChanged()
    close()
  })
  return (
    <>
      {remove.error !== null && <Failure error={remove.error} />}
      <Button look="quiet" onClick={() => void remove.run()}>
        {text('web.documents.removeCollection')}
      </Button>
    </>
  )
}
