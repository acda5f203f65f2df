import '@/i18n/voice'

export { VoicePage } from './voice-page'
