import './shell.css'
import { useMemo, useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { type Overlay, OverlayContext } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { ErrorBoundary } from '../../components/error-boundary'
import { RemovalProvider } from '../../components/removals'
import { ConversationPage } from '../conversation/conversation-page'
import { conversationPath } from '../conversation/message-path'
import { KnowledgePage } from '../knowledge/knowledge-page'
import { PeoplePage } from '../people/people-page'
import { TasksPage } from '../tasks/tasks-page'
import { BottomBar } from './bottom-bar'
import { ConnectionBanner } from './connection-banner'
import { ContextPanel } from './context-panel'
import { HomePage } from './home-page'
import { NotFound } from './not-found'
import { Overlays } from './overlays'
import { Sidebar } from './sidebar'
import { useGlobalKeys } from './use-global-keys'
import { useTitleBadge } from './use-title-badge'
import { useView } from './use-view'

/** The signed-in page: sidebar, one page, and the context panel beside it. */
export function Workspace() {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const control = useMemo(() => ({ overlay, open: setOverlay, close: () => setOverlay(null) }), [overlay])
  return (
    <OverlayContext value={control}>
      <RemovalProvider>
        <Shell />
        <Overlays />
      </RemovalProvider>
    </OverlayContext>
  )
}

function Shell() {
  const text = useText()
  useGlobalKeys()
  useTitleBadge()
  return (
    <div className="shell" data-view={useView()}>
      <a className="skip-link" href="#content">
        {text('web.app.skip')}
      </a>
      <Sidebar />
      <div className="shell__page" id="content" tabIndex={-1}>
        <ConnectionBanner />
        <ErrorBoundary>
          <Pages />
        </ErrorBoundary>
      </div>
      <ContextPanel />
      <BottomBar />
    </div>
  )
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path={conversationPath}>
        {({ channelId = '', seq }) => <ConversationPage channelId={channelId} seq={seq} />}
      </Route>
      <Route path="/tasks" component={TasksPage} />
      <Route path="/knowledge" component={KnowledgePage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/sign-in">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}
