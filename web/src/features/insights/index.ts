import '@/i18n/insights'
import '@/i18n/remedies'

export { ReasonsScreen } from './reasons-screen'
export { TopicsScreen } from './topics-screen'
