import '@/i18n/insights'

export { ReasonsScreen } from './reasons-screen'
export { TopicsScreen } from './topics-screen'
