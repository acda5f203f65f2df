import { i18next } from '.'
import history from './en/history.json'

// What was decided about a conversation: its words come with the thread.
i18next.addResourceBundle('en', 'history', history)
