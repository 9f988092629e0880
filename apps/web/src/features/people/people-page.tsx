import './people.css'
import '../profiles/profiles.css'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Segmented } from '../../components/segmented'
import { GroupsSection } from '../groups/groups-section'
import { PageHead } from '../shell/page-head'
import { isAdministrator } from './is-administrator'
import { PeopleList } from './people-list'
import { usePeople } from './use-people'

type Tab = 'people' | 'groups'

export default function PeoplePage() {
  const text = useText()
  const { open } = useOverlay()
  const me = useMe()
  const count = usePeople().length
  const [tab, setTab] = useState<Tab>('people')
  return (
    <>
      <PageHead title={text('web.people.title')} subtitle={text('web.channel.members', { count })}>
        {isAdministrator(me) && (
          <Button look="primary" onClick={() => open({ kind: 'add-person' })}>
            <UserPlus size={16} aria-hidden="true" />
            {text('web.people.add')}
          </Button>
        )}
      </PageHead>
      <main className="page">
        <div className="page__inner people-tabs">
          {me.role !== 'guest' && <Tabs value={tab} onValue={setTab} />}
          {tab === 'people' ? <PeopleList /> : <GroupsSection />}
        </div>
      </main>
    </>
  )
}

function Tabs({ value, onValue }: { value: Tab; onValue: (tab: Tab) => void }) {
  const text = useText()
  const options = (['people', 'groups'] as const).map((tab) => ({ value: tab, label: text(`web.${tab}.title`) }))
  return <Segmented label={text('web.people.title')} value={value} options={options} onValue={onValue} />
}
