import { i18next } from '.'
import reasons from './en/reasons.json'

i18next.addResourceBundle('en', 'reasons', reasons)
