import { i18next } from '.'
import settings from './en/settings.json'
import team from './en/team.json'

i18next.addResourceBundle('en', 'settings', settings)
i18next.addResourceBundle('en', 'team', team)
