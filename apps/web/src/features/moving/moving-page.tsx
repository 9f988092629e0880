import './moving.css'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { isAdministrator } from '../people/is-administrator'
import { PageHead } from '../shell/page-head'
import { ExportSection } from './export-section'
import { ImportSection } from './import-section'

/** History comes in, and everything goes out. People take what is theirs; administrators bring and take the rest. */
export default function MovingPage() {
  const text = useText()
  const isAdmin = isAdministrator(useMe())
  return (
    <>
      <PageHead hasBack title={text('web.moving.title')} />
      <main className="page">
        <div className="page__inner moving">
          {isAdmin && <ImportSection />}
          <ExportSection />
        </div>
      </main>
    </>
  )
}
