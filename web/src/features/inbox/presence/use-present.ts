import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { presenceQuery } from '@/api/presence'
import { useMe } from '@/api/session'
import type { Id, Presence } from '@/api/types'

const nobody: ReadonlyMap<Id, Presence['members']> = new Map()

// Which teammates are in which conversation, oneself left out.
export function usePresent(): ReadonlyMap<Id, Presence['members']> {
  const me = useMe().id
  const { data } = useQuery(presenceQuery)
  return useMemo(() => {
    if (!data || data.items.length === 0) return nobody
    const others = new Map<Id, Presence['members']>()
    for (const { conversation_id, members } of data.items) {
      const seen = members.filter((member) => member.id !== me)
      if (seen.length > 0) others.set(conversation_id, seen)
    }
    return others
  }, [data, me])
}
