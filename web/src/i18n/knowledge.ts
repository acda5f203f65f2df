import { i18next } from '.'
import knowledge from './en/knowledge.json'

i18next.addResourceBundle('en', 'knowledge', knowledge)
