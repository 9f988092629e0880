import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { ErrorBoundary } from '../components/error-boundary'
import { ToastProvider } from '../components/toasts'
import { Gate } from './gate'
import { lazyPart } from './lazy-part'
import { useAppearance } from './use-appearance'

const SetUp = lazyPart(() => import('../features/set-up/set-up'))

export function App() {
  useAppearance()
  return (
    <ErrorBoundary>
      <ToastProvider>
        <Switch>
          <Route path="/setup">
            <Suspense fallback={null}>
              <SetUp />
            </Suspense>
          </Route>
          <Route>
            <Gate />
          </Route>
        </Switch>
      </ToastProvider>
    </ErrorBoundary>
  )
}
