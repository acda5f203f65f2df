import { useMay } from '@/api/session'

// May this member make and change monitors?
export const useMayListen = () => useMay('save_views')
