import { i18next } from '.'
import voice from './en/voice.json'

i18next.addResourceBundle('en', 'voice', voice)
