import './app/validate-without-eval'
import './design/fonts.css'
import './design/tokens.css'
import './design/base.css'
import './design/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { createServices } from './app/services'
import { loadTexts } from './app/texts'
import { ServicesContext } from './app/use-services'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const services = createServices(window)
services.client.start()
await loadTexts(services.preferences.get().language)

createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <App />
    </ServicesContext>
  </StrictMode>,
)
