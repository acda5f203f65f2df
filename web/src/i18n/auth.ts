import { i18next } from '.'
import auth from './en/auth.json'

i18next.addResourceBundle('en', 'auth', auth)
