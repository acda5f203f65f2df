import { i18next } from '.'
import assist from './en/assist.json'

// The words of an assistant's proposals: they come with its button.
i18next.addResourceBundle('en', 'assist', assist)
