import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { signOut } from '@/api/session'
import { sayFailure } from './toast'

// Signs out and forgets all that was read.
export function useLeaveTheDesk() {
  const cache = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  return async () => {
    try {
      await signOut()
    } catch (error) {
      return sayFailure(error)
    }
    cache.clear()
    await router.invalidate()
    await navigate({ to: '/sign-in' })
  }
}
