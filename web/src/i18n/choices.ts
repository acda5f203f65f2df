import { i18next } from '.'
import choices from './en/choices.json'

// What the list can be narrowed to: it comes with the menu that says so.
i18next.addResourceBundle('en', 'choices', choices)
