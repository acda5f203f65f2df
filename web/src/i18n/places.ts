import { i18next } from '.'
import places from './en/places.json'

i18next.addResourceBundle('en', 'places', places)
