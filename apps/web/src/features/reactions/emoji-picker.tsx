import { useEffect, useId, useRef } from 'react'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import type { EmojiEntry } from './build-emoji-list'
import type { EmojiSection } from './emoji-sections'
import { type EmojiChoice, useEmojiChoice } from './use-emoji-choice'

/** A search field over a grid; the focus stays in the field. A chunk of its own, with the list of all emoji. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const text = useText()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const choice = useEmojiChoice(onPick)
  useEffect(() => field.current?.focus(), [])
  useMarkedInSight(listId, choice)
  return (
    <div className="emoji-picker">
      <input
        ref={field}
        className="input"
        type="text"
        role="combobox"
        aria-label={text('web.emoji.search')}
        placeholder={text('web.emoji.search')}
        aria-expanded={choice.sections.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={optionId(listId, choice.active)}
        value={choice.query}
        onChange={(event) => choice.search(event.currentTarget.value)}
        onKeyDown={choice.handleKey}
      />
      <div className="emoji-picker__list" id={listId} role="listbox" aria-label={text('web.emoji.title')}>
        {choice.sections.map((section, index) => (
          <Section key={section.name} {...{ section, listId, choice }} start={startOf(choice.sections, index)} />
        ))}
      </div>
      {choice.sections.length === 0 && <p className="emoji-picker__none">{text('web.emoji.none')}</p>}
    </div>
  )
}

const optionId = (listId: string, index: number) => `${listId}-${index}`

const startOf = (sections: readonly EmojiSection[], index: number) =>
  sections.slice(0, index).reduce((sum, { entries }) => sum + entries.length, 0)

function useMarkedInSight(listId: string, { active, query }: EmojiChoice): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query puts another emoji in the marked place
  useEffect(() => {
    document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' })
  }, [listId, active, query])
}

interface SectionProps {
  readonly section: EmojiSection
  readonly listId: string
  readonly choice: EmojiChoice
  /** How many stand before this section. */
  readonly start: number
}

function Section({ section, listId, choice, start }: SectionProps) {
  const text = useText()
  const title = text(`web.emoji.${section.name}`)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box, not of form fields
    <div className="emoji-picker__section" role="group" aria-label={title}>
      <p className="emoji-picker__title" aria-hidden="true">
        {title}
      </p>
      <div className="emoji-picker__grid">
        {section.entries.map((entry, index) => (
          <Option
            key={entry.emoji}
            entry={entry}
            id={optionId(listId, start + index)}
            isMarked={start + index === choice.active}
            onPick={choice.pick}
          />
        ))}
      </div>
    </div>
  )
}

interface OptionProps {
  readonly entry: EmojiEntry
  readonly id: string
  readonly isMarked: boolean
  readonly onPick: (emoji: string) => void
}

function Option({ entry, id, isMarked, onPick }: OptionProps) {
  const language = useLanguage()
  const name = entry.names[language]
  const code = entry.codes[0]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys of its list
    <div
      id={id}
      className="emoji-picker__option"
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      aria-label={name}
      title={code ? `${name} :${code}:` : name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(entry.emoji)}
    >
      {entry.emoji}
    </div>
  )
}
