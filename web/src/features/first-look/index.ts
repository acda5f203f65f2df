export { FirstLook } from './first-look'
