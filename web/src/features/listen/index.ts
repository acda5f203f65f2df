import '@/i18n/listen'

export { AlertsScreen } from './alerts/alerts-screen'
export { CoverageScreen } from './coverage/coverage-screen'
export { EditorScreen } from './editor/editor-screen'
export { MonitorScreen } from './monitor/monitor-screen'
export { MonitorsScreen } from './monitors/monitors-screen'
