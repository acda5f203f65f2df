import 'i18next'
import type auth from './en/auth.json'
import type settings from './en/settings.json'
import type team from './en/team.json'
import type { resources } from './index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['en'] & {
      auth: typeof auth
      settings: typeof settings
      team: typeof team
    }
  }
}
