import { i18next } from '.'
import remedies from './en/remedies.json'

// Reasons that are fixed, and who is told.
i18next.addResourceBundle('en', 'remedies', remedies)
