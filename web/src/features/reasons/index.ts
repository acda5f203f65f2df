import '@/i18n/reasons'

export { ReasonsScreen } from './reasons-screen'
