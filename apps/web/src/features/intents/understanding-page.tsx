import './intents.css'
import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { Segmented } from '../../components/segmented'
import { SkeletonRows } from '../../components/skeleton'
import { isAdministrator } from '../people/is-administrator'
import { RulesTab } from '../rules/rules-tab'
import { PageHead } from '../shell/page-head'
import { EvaluationTab } from './evaluation-tab'
import { IntentsTab } from './intents-tab'
import { ThresholdTab } from './threshold-tab'
import { useIntents } from './use-intents'

type Tab = 'intents' | 'rules' | 'threshold' | 'evaluation'
const TABS: readonly Tab[] = ['intents', 'rules', 'threshold', 'evaluation']

/** What is understood, by which examples, and how well: for those who run the workspace. */
export default function UnderstandingPage() {
  const text = useText()
  const isAdmin = isAdministrator(useMe())
  return (
    <>
      <PageHead hasBack title={text('web.intents.title')} />
      <main className="page">
        <div className="page__inner intents">
          {isAdmin ? (
            <Tabs />
          ) : (
            <EmptyState
              icon={Sparkles}
              title={text('web.intents.onlyAdministrators')}
              hint={text('web.intents.onlyAdministratorsHint')}
            />
          )}
        </div>
      </main>
    </>
  )
}

function Tabs() {
  const text = useText()
  const [tab, setTab] = useState<Tab>('intents')
  return (
    <>
      <Segmented
        label={text('web.intents.title')}
        value={tab}
        options={TABS.map((value) => ({
          value,
          label: text(value === 'rules' ? 'web.rules.tab' : `web.intents.${value}`),
        }))}
        onValue={setTab}
      />
      {tab === 'rules' && <RulesTab />}
      {tab !== 'rules' && <Listed tab={tab} />}
    </>
  )
}

function Listed({ tab }: { tab: Exclude<Tab, 'rules'> }) {
  const text = useText()
  const { loaded, reload } = useIntents()
  return (
    <>
      {loaded.phase === 'loading' && <SkeletonRows height={56} count={6} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && tab === 'intents' && <IntentsTab listed={loaded.answer} onChanged={reload} />}
      {loaded.phase === 'ready' && tab === 'threshold' && <ThresholdTab listed={loaded.answer} onChanged={reload} />}
      {loaded.phase === 'ready' && tab === 'evaluation' && <EvaluationTab listed={loaded.answer} />}
    </>
  )
}
