import { GraphRelation } from '@parley/protocol'
import { shortDate } from '../../app/time'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { CheckField } from '../../components/field'
import { Segmented } from '../../components/segmented'

export interface GraphFilterValues {
  readonly type: GraphRelation | ''
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

export function GraphFilters({ values, onValues }: GraphFiltersProps) {
  const text = useText()
  const change = (changes: Partial<GraphFilterValues>) => onValues({ ...values, ...changes })
  return (
    <div className="graph__filters">
      <select
        className="input"
        aria-label={text('web.graph.type')}
        value={values.type}
        onChange={(event) =>
          change({ type: GraphRelation.options.find((one) => one === event.currentTarget.value) ?? '' })
        }
      >
        <option value="">{text('web.graph.allTypes')}</option>
        {GraphRelation.options.map((type) => (
          <option key={type} value={type}>
            {text(`web.graph.relation.${type}`)}
          </option>
        ))}
      </select>
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
