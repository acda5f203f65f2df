import { i18next } from '.'
import correction from './en/correction.json'

// The words of correcting a reading: they come with the box that asks.
i18next.addResourceBundle('en', 'correction', correction)
