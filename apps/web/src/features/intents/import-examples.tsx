import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'

/** Takes a file of examples over, or says which line is wrong. */
export function ImportExamples({ onChanged }: { onChanged: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const take = useAction(async (file: File) => {
    const content = await file.text()
    const counts = await client.command('intents.importExamples', { fileName: file.name, content })
    toast({ text: text('web.intents.imported', counts) })
    onChanged()
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".jsonl,.ndjson,.json,.txt"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) void take.run(file)
        }}
      />
      <Button disabled={take.isRunning} title={text('web.intents.importHint')} onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden="true" />
        {text('web.intents.import')}
      </Button>
      {take.error !== null && <Failure error={take.error} />}
    </>
  )
}
