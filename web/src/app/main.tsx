import '@fontsource-variable/inter'
import './mantine-styles'
import '@/ui/tokens.css'
import './mantine-overrides.css'
import '@/i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
