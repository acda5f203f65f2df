// What the visitor did, read off what the screens know anyway: nobody has to tell the first look.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { conversationQuery } from '@/api/conversations/queries'
import type { Conversation, Id } from '@/api/types'
import type { Done, Step } from './steps'

interface Begun {
  step: Step | undefined
  id: Id
  // How the conversation stood when the step began; not known before it is loaded.
  was: Conversation | undefined
}

export function useDone(step: Step | undefined): Done & { atCoverage: boolean } {
  const cache = useQueryClient()
  const openId = useParams({ strict: false }).conversationId
  const searched = Boolean(useSearch({ strict: false }).q)
  const atCoverage = useLocation({
    select: ({ pathname }) => pathname.startsWith('/settings/channels'),
  })
  const [begun, setBegun] = useState<Begun>()
  const { data: now } = useQuery({
    ...conversationQuery(begun?.id ?? ''),
    enabled: false,
    refetchInterval: false,
  })

  // Once a conversation is closed, the step still looks at it: a resolved one leaves the screen.
  useEffect(() => {
    if (openId && (begun?.step !== step || begun?.id !== openId)) {
      const was = cache.getQueryData(conversationQuery(openId).queryKey)
      setBegun({ step, id: openId, was })
    } else if (begun && !begun.was && now) {
      setBegun({ ...begun, was: now })
    }
  }, [step, openId, begun, now, cache])

  const was = begun?.step === step ? begun?.was : undefined
  return {
    opened: openId !== undefined,
    sent: Boolean(was && now && answers(now) > answers(was)),
    sorted: Boolean(was && now && (now.state !== was.state || now.owner?.id !== was.owner?.id)),
    searched,
    atCoverage,
  }
}

// Answers of ours that are on their way.
function answers({ acts }: Conversation): number {
  return acts.filter((act) => act.kind === 'reply' && act.state !== 'rejected').length
}
