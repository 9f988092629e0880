import type { QueryPart, StructuredQuery } from '@parley/protocol'
import { Ban, CalendarRange, FileText, Hash, HelpCircle, Library, ListFilter, User } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Ref } from 'react'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { withoutPart, withType } from './edit-query'
import { partWords } from './part-words'
import { QueryChip } from './query-chip'
import { PlaceMenu, type QueryMenuProps, TimeMenu, TypeMenu } from './query-menus'

const ICONS: Readonly<Record<QueryPart['kind'], typeof User>> = {
  person: User,
  time: CalendarRange,
  document: FileText,
  collection: Library,
  channel: Hash,
  without: Ban,
  negation: Ban,
}

export interface QueryChipsProps extends QueryMenuProps {
  /** A person has changed it: then also that anything may be asked for is worth a chip. */
  readonly isEdited: boolean
  readonly listRef: Ref<HTMLUListElement>
}

/** A question as it was read, part by part; each can be changed or taken away. */
export function QueryChips({ query, isEdited, listRef, onChange }: QueryChipsProps) {
  const text = useText()
  return (
    <ul className="query-chips" aria-label={text('web.query.label')} ref={listRef} tabIndex={-1}>
      {(query.type !== 'other' || isEdited) && (
        <QueryChip
          name={text(`web.query.type.${query.type}`)}
          icon={<HelpCircle size={13} aria-hidden="true" />}
          menu={<TypeMenu query={query} onChange={onChange} />}
          {...(query.type !== 'other' && { onRemove: () => onChange(withType(query, 'other')) })}
        />
      )}
      {query.parts.map((_, index) => (
        <PartChip
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts of a query may be alike in everything but their place
          key={index}
          {...{ query, index, onChange }}
        />
      ))}
      <NarrowChip query={query} onChange={onChange} />
    </ul>
  )
}

function PartChip({ query, index, onChange }: QueryMenuProps & { index: number }) {
  const text = useText()
  const reader = useReader()
  const part = query.parts[index]!
  const Icon = ICONS[part.kind]
  const menu = menuOf(part, query, onChange)
  return (
    <QueryChip
      name={partWords(part, query, text, reader)}
      icon={<Icon size={13} aria-hidden="true" />}
      isCarried={part.source === 'carried'}
      {...(menu && { menu })}
      onRemove={() => onChange(withoutPart(query, index))}
    />
  )
}

function menuOf({ kind }: QueryPart, query: StructuredQuery, onChange: QueryMenuProps['onChange']) {
  if (kind === 'time') return <TimeMenu query={query} onChange={onChange} />
  return kind === 'document' || kind === 'collection' ? <PlaceMenu query={query} onChange={onChange} /> : null
}

/** Offers a place and a time where the question names none. */
function NarrowChip({ query, onChange }: QueryMenuProps) {
  const text = useText()
  const has = (...kinds: QueryPart['kind'][]) => query.parts.some(({ kind }) => kinds.includes(kind))
  const isPlaced = has('document', 'collection')
  const isTimed = has('time')
  if (isPlaced && isTimed) return null
  const menu = (
    <>
      {!isTimed && (
        <DropdownMenu.Sub>
          <DropdownMenu.SubTrigger className="menu__item">{text('web.query.changed')}</DropdownMenu.SubTrigger>
          <DropdownMenu.Portal>
            <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
              <TimeMenu query={query} onChange={onChange} />
            </DropdownMenu.SubContent>
          </DropdownMenu.Portal>
        </DropdownMenu.Sub>
      )}
      {!isPlaced && <PlaceMenu query={query} onChange={onChange} />}
    </>
  )
  const icon = <ListFilter size={13} aria-hidden="true" />
  return <QueryChip name={text('web.query.narrow')} icon={icon} menu={menu} />
}
