import { useMayWrite } from '@/api/session'

// May this member make and change monitors?
export const useMayListen = useMayWrite
