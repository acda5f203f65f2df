export { ChannelsPage } from './channels/channels-page'
export { SettingsScreen } from './settings-screen'
export { TokensPage } from './tokens-page'
export { YouPage } from './you-page'
