import { useRef } from 'react'
import type { Id } from '@/api/types'

// What is begun as new gets an address once the server has it, and goes on being written under it. Whoever
// goes to another article has ended that: under the same address there is an article like any other then.
export function useSession(articleId: string) {
  const now = useRef({ count: 0, id: null as Id | null, wasThere: false })
  const session = now.current
  if (articleId === session.id) session.wasThere = true
  else if (session.wasThere || (articleId !== 'new' && session.id !== null)) {
    now.current = { count: session.count + 1, id: null, wasThere: false }
  }
  const isNew = articleId === 'new' || articleId === now.current.id
  return {
    isNew,
    key: isNew ? `new-${now.current.count}` : articleId,
    made: (id: Id) => {
      now.current.id = id
    },
  }
}
