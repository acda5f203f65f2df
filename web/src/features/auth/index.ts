import '@/i18n/auth'

export { JoinScreen } from './join-screen'
export { SetupScreen } from './setup-screen'
export { SignInScreen } from './sign-in-screen'
