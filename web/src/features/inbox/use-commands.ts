import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMayWrite } from '@/api/session'
import { useOffer } from '@/ui/commands'
import { useInbox } from './inbox-context'
import { useSubject } from './use-sort-keys'
import { useVerbs } from './verbs/use-verbs'

// What the Inbox offers the palette. The list itself is made in a chunk that comes with the palette.
export function useCommands(): void {
  const inbox = useInbox()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const verbs = useVerbs()
  const subject = useSubject()
  useOffer(async () => {
    const { inboxCommands } = await import('./commands')
    return inboxCommands({ inbox, cache, mayWrite, verbs, rows: subject(), navigate })
  })
}
