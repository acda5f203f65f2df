import { i18next } from '.'
import acts from './en/acts.json'

// The words of what is done in public beside plain answers: they come with the parts that say them.
i18next.addResourceBundle('en', 'acts', acts)
