import { useText } from '../../app/use-text'
import { Field, TextField } from '../../components/field'
import type { SourceDraft } from './source-draft'

export interface SourceFieldsProps {
  readonly draft: SourceDraft
  readonly change: (part: Partial<SourceDraft>) => void
  /** Beneath which folders may be watched. */
  readonly directories: readonly string[]
  /** A password or token is kept already. */
  readonly hasSecret: boolean
}

/** Where a source looks, by its kind. */
export function PlaceFields(props: SourceFieldsProps) {
  const text = useText()
  switch (props.draft.kind) {
    case 'folder':
      return <FolderFields {...props} />
    case 'website':
      return <WebsiteFields {...props} />
    case 'git':
      return <GitFields {...props} />
    case 'api':
      return <p className="field__hint">{text('web.sources.apiHint')}</p>
  }
}

function FolderFields({ draft, change, directories }: SourceFieldsProps) {
  const text = useText()
  const hint =
    directories.length > 0
      ? text('web.sources.directoryHint', { directories: directories.join(', ') })
      : text('web.sources.noDirectories')
  return (
    <>
      <TextField
        label={text('web.sources.directory')}
        hint={hint}
        required
        maxLength={1_000}
        value={draft.directory}
        onValue={(directory) => change({ directory })}
      />
      <PatternsField draft={draft} change={change} />
    </>
  )
}

function WebsiteFields({ draft, change }: SourceFieldsProps) {
  const text = useText()
  return (
    <>
      <AddressField draft={draft} change={change} />
      <TextField
        label={text('web.sources.prefix')}
        hint={text('web.sources.prefixHint')}
        placeholder="/docs/"
        pattern="/.*"
        maxLength={500}
        value={draft.pathPrefix}
        onValue={(pathPrefix) => change({ pathPrefix })}
      />
      <div className="source-limits">
        <NumberField
          label={text('web.sources.maxPages')}
          most={5_000}
          value={draft.maxPages}
          onValue={(maxPages) => change({ maxPages })}
        />
        <NumberField
          label={text('web.sources.maxDepth')}
          most={20}
          value={draft.maxDepth}
          onValue={(maxDepth) => change({ maxDepth })}
        />
      </div>
    </>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly most: number
  readonly value: string
  readonly onValue: (value: string) => void
}

const NumberField = ({ most, ...rest }: NumberFieldProps) => (
  <TextField type="number" inputMode="numeric" required min={1} max={most} {...rest} />
)

function GitFields({ draft, change, hasSecret }: SourceFieldsProps) {
  const text = useText()
  return (
    <>
      <AddressField draft={draft} change={change} />
      <TextField
        label={text('web.sources.branch')}
        hint={text('web.sources.branchHint')}
        maxLength={200}
        value={draft.branch}
        onValue={(branch) => change({ branch })}
      />
      <TextField
        label={text('web.sources.username')}
        hint={text('web.sources.usernameHint')}
        maxLength={200}
        autoComplete="off"
        value={draft.username}
        onValue={(username) => change({ username })}
      />
      <TextField
        label={text('web.sources.password')}
        hint={text(hasSecret ? 'web.sources.passwordKept' : 'web.sources.passwordHint')}
        type="password"
        // A name alone would be dropped without a word.
        required={draft.username.trim() !== ''}
        maxLength={1_000}
        autoComplete="new-password"
        value={draft.password}
        onValue={(password) => change({ password })}
      />
      <PatternsField draft={draft} change={change} />
    </>
  )
}

type PartProps = Omit<SourceFieldsProps, 'directories' | 'hasSecret'>

function AddressField({ draft, change }: PartProps) {
  const text = useText()
  return (
    <TextField
      label={text('web.sources.address')}
      type="url"
      required
      maxLength={2_000}
      placeholder={draft.kind === 'git' ? 'https://git.example.org/team/handbook.git' : 'https://docs.example.org/'}
      value={draft.address}
      onValue={(address) => change({ address })}
    />
  )
}

function PatternsField({ draft, change }: PartProps) {
  const text = useText()
  return (
    <TextField
      label={text('web.sources.patterns')}
      hint={text('web.sources.patternsHint')}
      maxLength={1_000}
      value={draft.patterns}
      onValue={(patterns) => change({ patterns })}
    />
  )
}

const INTERVALS = [
  ['15', 'web.sources.minutes'],
  ['60', 'web.sources.hourly'],
  ['1440', 'web.sources.daily'],
  ['10080', 'web.sources.weekly'],
  ['', 'web.sources.byHand'],
] as const

export function IntervalField({ draft, change }: PartProps) {
  const text = useText()
  const isUsual = INTERVALS.some(([minutes]) => minutes === draft.everyMinutes)
  return (
    <Field label={text('web.sources.every')}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={draft.everyMinutes}
          onChange={(event) => change({ everyMinutes: event.currentTarget.value })}
        >
          {INTERVALS.map(([minutes, key]) => (
            <option key={minutes} value={minutes}>
              {text(key)}
            </option>
          ))}
          {!isUsual && (
            <option value={draft.everyMinutes}>
              {text('web.sources.everyMinutes', { count: Number(draft.everyMinutes) })}
            </option>
          )}
        </select>
      )}
    </Field>
  )
}
