export { SetupScreen } from './setup-screen'
export { SignInScreen } from './sign-in-screen'
