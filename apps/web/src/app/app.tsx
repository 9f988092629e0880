import { Route, Switch } from 'wouter'
import { ErrorBoundary } from '../components/error-boundary'
import { ToastProvider } from '../components/toasts'
import { SetUp } from '../features/set-up/set-up'
import { Gate } from './gate'
import { useAppearance } from './use-appearance'

export function App() {
  useAppearance()
  return (
    <ErrorBoundary>
      <ToastProvider>
        <Switch>
          <Route path="/setup">
            <SetUp />
          </Route>
          <Route>
            <Gate />
          </Route>
        </Switch>
      </ToastProvider>
    </ErrorBoundary>
  )
}
