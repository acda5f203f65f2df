import { i18next } from '.'
import listen from './en/listen.json'

i18next.addResourceBundle('en', 'listen', listen)
