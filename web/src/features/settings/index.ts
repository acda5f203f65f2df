import '@/i18n/settings'

export { AuditPage } from './audit-page'
export { ChannelsPage } from './channels/channels-page'
export { SettingsScreen } from './settings-screen'
export { TeamPage } from './team/team-page'
export { TokensPage } from './tokens-page'
export { WorkspacePage } from './workspace/workspace-page'
export { YouPage } from './you/you-page'
