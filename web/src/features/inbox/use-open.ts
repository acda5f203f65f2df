import { useLocation, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import type { Id } from '@/api/types'
import { afterPaint } from '@/ui/after-paint'

declare module '@tanstack/react-router' {
  interface HistoryState {
    // The step before this one in the history is the list.
    fromList?: boolean
    // Opened to answer this very post.
    answer?: Id
  }
}

// Opens and closes conversations. From one to the next is no new step: back always leads to the list,
// and going back there finds it as it was left. What was chosen shows at once; the address, and all
// that hangs on it, follows after the paint.
export function useOpen() {
  const addressed = useParams({ strict: false }).conversationId
  const [chosen, setChosen] = useState<{ over: Id | undefined; id: Id | undefined }>()
  if (chosen && chosen.over !== addressed) setChosen(undefined)
  const openId = chosen && chosen.over === addressed ? chosen.id : addressed
  const navigate = useNavigate()
  const { history } = useRouter()
  const fromList = useLocation({ select: (location) => location.state.fromList ?? false })
  const callOff = useRef(() => {})
  const latest = useRef({ addressed, fromList })
  latest.current = { addressed, fromList }

  const choose = useCallback((id: Id | undefined, go: () => void) => {
    callOff.current()
    setChosen({ over: latest.current.addressed, id })
    callOff.current = afterPaint(go)
  }, [])
  const open = useCallback(
    (id: Id) =>
      choose(id, () => {
        const isNew = latest.current.addressed === undefined
        void navigate({
          to: '/inbox/$conversationId',
          params: { conversationId: id },
          search: (before) => before,
          replace: !isNew,
          state: (before) => ({ ...before, fromList: isNew || before.fromList }),
        })
      }),
    [choose, navigate],
  )
  const close = useCallback(
    () =>
      choose(undefined, () => {
        // It was open for less than a moment.
        if (latest.current.addressed === undefined) return
        if (latest.current.fromList) history.back()
        else void navigate({ to: '/inbox', search: (before) => before, replace: true })
      }),
    [choose, navigate, history],
  )

  return { openId, open, close }
}
