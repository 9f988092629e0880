import { useToldAction } from '../../app/use-told-action'
import './avatars.css'
import { newClientId, uploadFile } from '@parley/client'
import type { UserId } from '@parley/protocol'
import { useRef, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { squareOf, WHOLE } from './crop'
import { CropStage } from './crop-stage'
import { type ChosenImage, useChosenImage } from './use-chosen-image'

/** Chooses what stands beside a name: one's own, or a bot's. */
export default function AvatarDialog({ userId }: { userId: UserId }) {
  const text = useText()
  const me = useMe()
  const names = useNames()
  const user = useSession(({ users }) => users.get(userId)) ?? me
  const { close } = useOverlay()
  const [file, setFile] = useState<File | null>(null)
  const [crop, setCrop] = useState(WHOLE)
  const chosen = useChosenImage(file)
  const image = chosen === 'unreadable' ? null : chosen
  const save = useSave(userId, image && { image, square: squareOf(image, crop) })
  const choose = (next: File) => {
    setFile(next)
    setCrop(WHOLE)
  }
  const title = userId === me.id ? text('web.avatar.title') : text('web.avatar.titleOf', { name: names.person(user) })
  return (
    <DialogForm
      title={title}
      submitLabel={text('web.avatar.save')}
      action={save}
      isReady={image !== null}
      onClose={close}
    >
      <div className="avatar-choice">
        {image ? <CropStage image={image} crop={crop} onCrop={setCrop} /> : <Avatar user={user} size={128} />}
        {chosen === 'unreadable' && <p role="alert">{text('web.avatar.unreadable')}</p>}
        <div className="avatar-choice__buttons">
          <ChooseButton label={text(image ? 'web.avatar.chooseOther' : 'web.avatar.choose')} onChoose={choose} />
          {user.avatarId && !image && <RemoveButton userId={userId} />}
        </div>
        <p className="field__hint">{text('web.avatar.hint')}</p>
      </div>
    </DialogForm>
  )
}

interface Framed {
  readonly image: ChosenImage
  readonly square: { readonly left: number; readonly top: number; readonly size: number }
}

function useSave(userId: UserId, framed: Framed | null) {
  const { client, http } = useServices()
  const { close } = useOverlay()
  return useAction(async () => {
    if (!framed) return
    const { image, square } = framed
    const upload = {
      name: image.file.name.slice(0, 200) || 'image',
      bytes: image.file,
      clientFileId: newClientId(),
    }
    const { id: fileId } = await uploadFile(upload, { http })
    await client.command('users.setAvatar', { fileId, crop: square, userId })
    close()
  })
}

function ChooseButton({ label, onChoose }: { label: string; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onChoose(file)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

function RemoveButton({ userId }: { userId: UserId }) {
  const text = useText()
  const { client } = useServices()
  const remove = useToldAction(() => client.command('users.removeAvatar', { userId }))
  return (
    <Button look="quiet" disabled={remove.isRunning} onClick={() => void remove.run()}>
      {text('web.avatar.remove')}
    </Button>
  )
}
