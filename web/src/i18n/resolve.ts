import { i18next } from '.'
import resolve from './en/resolve.json'

// How something came to a good end: the words come with the dialog.
i18next.addResourceBundle('en', 'resolve', resolve)
