import { i18next } from '.'
import insights from './en/insights.json'
import reasons from './en/reasons.json'
import topics from './en/topics.json'

i18next.addResourceBundle('en', 'insights', insights)
i18next.addResourceBundle('en', 'reasons', reasons)
i18next.addResourceBundle('en', 'topics', topics)
