// All words of the app. A language is a folder; a feature's words are one file in it. Those of screens that
// are not the first come with their screen: `import '@/i18n/settings'`.

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { modKeys } from '@/ui/mod-key'
import common from './en/common.json'
import inbox from './en/inbox.json'

export const resources = { en: { common, inbox } } as const

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources,
  initAsync: false,
  // Any text may say {{mod}} ("Ctrl K", "⌘K") or {{modKey}}, a key by itself.
  interpolation: { escapeValue: false, defaultVariables: modKeys(navigator.platform) },
})

export { i18next }
