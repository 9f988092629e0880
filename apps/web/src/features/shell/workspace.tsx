import './shell.css'
import { type ComponentType, Suspense, useMemo, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { lazyPart } from '../../app/lazy-part'
import { withDocumentTexts, withTexts } from '../../app/texts'
import { type Overlay, OverlayContext } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useText } from '../../app/use-text'
import { ErrorBoundary } from '../../components/error-boundary'
import { RemovalProvider } from '../../components/removals'
import { SkeletonRows } from '../../components/skeleton'
import { ConversationPage } from '../conversation/conversation-page'
import { conversationPath } from '../conversation/message-path'
import { useSearchKey } from '../search/use-search-key'
import { ThreadPanel } from '../threads/thread-panel'
import { THREADS_PATH } from '../threads/thread-place'
import { BottomBar } from './bottom-bar'
import { ConnectionBanner } from './connection-banner'
import { ContextPanel } from './context-panel'
import { HomePage } from './home-page'
import { NotFound } from './not-found'
import { Overlays } from './overlays'
import { Sidebar } from './sidebar'
import { useGlobalKeys } from './use-global-keys'
import { useTitleBadge } from './use-title-badge'
import { useUnreadKeys } from './use-unread-keys'
import { useView } from './use-view'

const MentionsPage = lazyPart(() => import('../collected/mentions-page'))
const IntegrationsPage = lazyPart(() => withTexts('administration', () => import('../integrations/integrations-page')))
const KnowledgePage = lazyPart(() => withDocumentTexts(() => import('../knowledge/knowledge-page')))
const PeoplePage = lazyPart(() => import('../people/people-page'))
const TasksPage = lazyPart(() => import('../tasks/tasks-page'))
const ThreadsPage = lazyPart(() => import('../threads/threads-page'))
const GraphPage = lazyPart(() => withTexts('graph', () => import('../graph/graph-page')))
const LaterPage = lazyPart(() => import('../later/later-page'))
const MovingPage = lazyPart(() => import('../moving/moving-page'))
const ReviewPage = lazyPart(() => withTexts('administration', () => import('../moderation/review-page')))
const KeptFocus = lazyPart(() => import('./kept-focus'))
const LiveWatch = lazyPart(() => import('../profiles/live-watch'))
const NotificationsPage = lazyPart(() => import('../notifications/notifications-page'))
const NoticesRunner = lazyPart(() => import('../notifications/notices-runner'))
const SavedPage = lazyPart(() => import('../collected/saved-page'))
const WithdrawalRefusals = lazyPart(() => import('../composer/withdrawal-refusals'))
const UnderstandingPage = lazyPart(() => withTexts('understanding', () => import('../intents/understanding-page')))
const UnreadsPage = lazyPart(() => import('../unreads/unreads-page'))
const SearchPage = lazyPart(() => import('../search/search-page'))

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
  const [path] = useLocation()
  useGlobalKeys()
  useUnreadKeys()
  useSearchKey()
  useTitleBadge()
  return (
    <div className="shell" data-view={useView()}>
      <a className="skip-link" href="#content">
        {text('web.app.skip')}
      </a>
      <Sidebar />
      <div className="shell__page" id="content" tabIndex={-1}>
        <ConnectionBanner />
        <ErrorBoundary place={path}>
          <Pages />
        </ErrorBoundary>
      </div>
      <SidePanel />
      <BottomBar />
      <Suspense fallback={null}>
        <KeptFocus />
      </Suspense>
      <Suspense fallback={null}>
        <LiveWatch />
        <NoticesRunner />
        <WithdrawalRefusals />
      </Suspense>
    </div>
  )
}

/** What was asked for last lies before the thread, which is there again when it is closed. */
function SidePanel() {
  const { panel } = usePanel()
  return panel ? <ContextPanel /> : <ThreadPanel />
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path={conversationPath}>
        {({ channelId = '', seq, threadId }) => <ConversationPage {...{ channelId, seq, threadId }} />}
      </Route>
      <Route path="/mentions">
        <LazyPage page={MentionsPage} />
      </Route>
      <Route path="/notifications">
        <LazyPage page={NotificationsPage} />
      </Route>
      <Route path="/unreads">
        <LazyPage page={UnreadsPage} />
      </Route>
      <Route path="/scheduled/*?">
        <LazyPage page={LaterPage} />
      </Route>
      <Route path="/saved">
        <LazyPage page={SavedPage} />
      </Route>
      <Route path="/reports">
        <LazyPage page={ReviewPage} />
      </Route>
      <Route path="/moving">
        <LazyPage page={MovingPage} />
      </Route>
      <Route path="/understanding">
        <LazyPage page={UnderstandingPage} />
      </Route>
      <Route path="/search">
        <LazyPage page={SearchPage} />
      </Route>
      <Route path="/tasks">
        <LazyPage page={TasksPage} />
      </Route>
      <Route path="/knowledge/*?">
        <LazyPage page={KnowledgePage} />
      </Route>
      <Route path="/graph/*?">
        <LazyPage page={GraphPage} />
      </Route>
      <Route path="/integrations">
        <LazyPage page={IntegrationsPage} />
      </Route>
      <Route path="/people">
        <LazyPage page={PeoplePage} />
      </Route>
      <Route path={`${THREADS_PATH}/*?`}>
        <LazyPage page={ThreadsPage} />
      </Route>
      <Route path="/sign-in">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

/** A page that is fetched when it is first opened. */
function LazyPage({ page: Page }: { page: ComponentType }) {
  const text = useText()
  return (
    <Suspense
      fallback={
        <>
          <div className="page-head" />
          <div className="page__inner">
            <SkeletonRows height={96} count={3} label={text('web.app.loading')} />
          </div>
        </>
      }
    >
      <Page />
    </Suspense>
  )
}
