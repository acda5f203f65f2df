// All words of the app. A language is a folder; a feature's words are one file in it.

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import auth from './en/auth.json'
import common from './en/common.json'
import inbox from './en/inbox.json'
import settings from './en/settings.json'

export const resources = { en: { common, inbox, settings, auth } } as const

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false },
})

export { i18next }
