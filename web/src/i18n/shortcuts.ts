import { i18next } from '.'
import shortcuts from './en/shortcuts.json'

// The words of the sheet of keys: they come with it.
i18next.addResourceBundle('en', 'shortcuts', shortcuts)
