import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Id } from '@/api/types'

declare module '@tanstack/react-router' {
  interface HistoryState {
    // The step before this one in the history is the list.
    fromList?: boolean
  }
}

// Opens and closes conversations. From one to the next is no new step: back always leads to the list,
// and going back there finds it as it was left.
export function useOpen(openId: Id | undefined) {
  const navigate = useNavigate()
  const { history } = useRouter()
  const fromList = useLocation({ select: (location) => location.state.fromList ?? false })

  const open = useCallback(
    (id: Id) =>
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: id },
        search: (before) => before,
        replace: openId !== undefined,
        state: (before) => ({ ...before, fromList: openId === undefined || before.fromList }),
      }),
    [navigate, openId],
  )
  const close = useCallback(() => {
    if (fromList) history.back()
    else void navigate({ to: '/inbox', search: (before) => before, replace: true })
  }, [navigate, history, fromList])

  return { open, close }
}
