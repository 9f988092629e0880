import { GraphEntityKind, GraphRelation, GraphSourceKind } from '@parley/protocol'
import { shortDate } from '../../app/time'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { CheckField } from '../../components/field'
import { Segmented } from '../../components/segmented'

export interface GraphFilterValues {
  readonly type: GraphRelation | ''
  /** What is at the other end. */
  readonly kind: GraphEntityKind | ''
  readonly source: GraphSourceKind | ''
  readonly leastConfidence: number
  readonly depth: 1 | 2
  /** Null: today. */
  readonly asOf: string | null
  readonly withRules: boolean
  readonly withProposed: boolean
}

export interface GraphFiltersProps {
  readonly values: GraphFilterValues
  readonly onValues: (values: GraphFilterValues) => void
}

const DEPTHS = ['1', '2'] as const
const CONFIDENCES = ['0', '0.75', '0.9'] as const

export function GraphFilters({ values, onValues }: GraphFiltersProps) {
  const text = useText()
  const change = (changes: Partial<GraphFilterValues>) => onValues({ ...values, ...changes })
  return (
    <div className="graph__filters">
      <FilterSelect
        label={text('web.graph.type')}
        all={text('web.graph.allTypes')}
        value={values.type}
        options={GraphRelation.options.map((value) => ({ value, label: text(`web.graph.relation.${value}`) }))}
        onValue={(type) => change({ type })}
      />
      <FilterSelect
        label={text('web.graph.kind')}
        all={text('web.graph.allKinds')}
        value={values.kind}
        options={GraphEntityKind.options.map((value) => ({ value, label: text(`web.graph.entity.${value}`) }))}
        onValue={(kind) => change({ kind })}
      />
      <FilterSelect
        label={text('web.graph.from')}
        all={text('web.graph.allSources')}
        value={values.source}
        options={GraphSourceKind.options.map((value) => ({ value, label: text(`web.graph.from.${value}`) }))}
        onValue={(source) => change({ source })}
      />
      <FilterSelect
        label={text('web.graph.sure')}
        all={text('web.graph.allSure')}
        value={values.leastConfidence === 0 ? '' : (String(values.leastConfidence) as (typeof CONFIDENCES)[number])}
        options={CONFIDENCES.slice(1).map((value) => ({
          value,
          label: text('web.graph.sureFrom', { percent: Number(value) * 100 }),
        }))}
        onValue={(value) => change({ leastConfidence: Number(value) })}
      />
      <Segmented
        label={text('web.graph.depth')}
        value={values.depth === 1 ? '1' : '2'}
        options={DEPTHS.map((value) => ({ value, label: value }))}
        onValue={(value) => change({ depth: value === '1' ? 1 : 2 })}
      />
      <CheckField
        label={text('web.graph.rules')}
        isChecked={values.withRules}
        onChecked={(withRules) => change({ withRules })}
      />
      <CheckField
        label={text('web.graph.proposed')}
        isChecked={values.withProposed}
        onChecked={(withProposed) => change({ withProposed })}
      />
      <TimeSlider asOf={values.asOf} onAsOf={(asOf) => change({ asOf })} />
    </div>
  )
}

interface FilterSelectProps<Value extends string> {
  readonly label: string
  /** What no choice is called. */
  readonly all: string
  readonly value: Value | ''
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onValue: (value: Value | '') => void
}

function FilterSelect<Value extends string>({ label, all, value, options, onValue }: FilterSelectProps<Value>) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) =>
        onValue(options.find((option) => option.value === currentTarget.value)?.value ?? '')
      }
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

const WEEKS = 52
const WEEK_MS = 7 * 86_400_000

interface TimeSliderProps {
  readonly asOf: string | null
  readonly onAsOf: (asOf: string | null) => void
}

/** A year back, week by week; at its end it is today, whatever the day. */
function TimeSlider({ asOf, onAsOf }: TimeSliderProps) {
  const text = useText()
  const reader = useReader()
  const weeksAgo = asOf === null ? 0 : Math.round((Date.now() - Date.parse(asOf)) / WEEK_MS)
  const date = asOf === null ? text('web.graph.today') : shortDate(asOf, reader)
  return (
    <label className="graph__slider">
      <span>{text('web.graph.asOf', { date })}</span>
      <input
        type="range"
        min={-WEEKS}
        max={0}
        step={1}
        value={-weeksAgo}
        aria-label={text('web.graph.slider')}
        aria-valuetext={date}
        onChange={(event) => {
          const ago = -Number(event.currentTarget.value)
          onAsOf(ago === 0 ? null : new Date(Date.now() - ago * WEEK_MS).toISOString())
        }}
      />
    </label>
  )
}
