import { useMutation, useQueryClient } from '@tanstack/react-query'
import { conversationQuery } from '@/api/conversations/queries'
import { addNote } from '@/api/conversations/verbs'
import { useMe } from '@/api/session'
import type { Id, NoteMention } from '@/api/types'

interface Outcome {
  // Both are called even when nobody looks at the conversation any more.
  onAdded: (text: string) => void
  onFailed: (error: Error) => void
}

interface Wanted {
  text: string
  mentions: readonly NoteMention[]
}

// Adds a note for the team; it stands there at once. The caller keeps the text until it is taken.
export function useAddNote(conversation: Id, { onAdded, onFailed }: Outcome) {
  const cache = useQueryClient()
  const me = useMe()
  const { queryKey } = conversationQuery(conversation)
  return useMutation({
    mutationKey: ['conversation', conversation],
    mutationFn: ({ text, mentions }: Wanted) => addNote(conversation, text, mentions),
    onMutate: async ({ text, mentions }) => {
      await cache.cancelQueries({ queryKey })
      const id = `new-${Date.now()}`
      const note = {
        id,
        by: { id: me.id, name: me.name },
        text,
        mentions: [...mentions],
        created_at: new Date().toISOString(),
      }
      cache.setQueryData(queryKey, (open) => open && { ...open, notes: [...open.notes, note] })
      return { id }
    },
    onSuccess: (note, { text }, shown) => {
      onAdded(text)
      cache.setQueryData(
        queryKey,
        (open) =>
          open && {
            ...open,
            notes: open.notes.map((known) => (known.id === shown.id ? note : known)),
          },
      )
    },
    onError: (error, _wanted, shown) => {
      cache.setQueryData(
        queryKey,
        (open) => open && { ...open, notes: open.notes.filter((note) => note.id !== shown?.id) },
      )
      onFailed(error)
    },
  })
}
