import { i18next } from '.'
import names from './en/names.json'

i18next.addResourceBundle('en', 'names', names)
