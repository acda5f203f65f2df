import { i18next } from '.'
import coach from './en/coach.json'

// The words of the coach beside the composer: they come with it.
i18next.addResourceBundle('en', 'coach', coach)
