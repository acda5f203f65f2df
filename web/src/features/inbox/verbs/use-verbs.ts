// The verbs of sorting, ready to be put on a key or a button.

import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/session'
import type { ConversationRow, MemberRef, SkipReason, Time } from '@/api/types'
import { sayWhen } from '@/ui/time'
import { offerUndo } from '@/ui/toast'
import { useInbox } from '../inbox-context'
import { assign } from './assign'
import { reopen } from './reopen'
import { resolve } from './resolve'
import { restore } from './restore'
import { skip } from './skip'
import { snooze } from './snooze'

export function useVerbs() {
  const cache = useQueryClient()
  const { t } = useTranslation('inbox')
  const { moveOn } = useInbox()
  const me = useMe()

  // Done with it: on to the next, and the way back stays open for a while.
  const putAway = (row: ConversationRow, message: string, act: () => Promise<boolean>) => {
    moveOn(row.id)
    const done = act()
    offerUndo(message, () => void done.then((taken) => taken && restore(cache, row)))
  }

  return {
    assign: (row: ConversationRow, to: MemberRef | null) => {
      const done = assign(cache, row, to)
      const message = !to
        ? t('done.unassigned')
        : to.id === me.id
          ? t('done.taken')
          : t('done.assigned', { name: to.name })
      offerUndo(message, () => void done.then((taken) => taken && assign(cache, row, row.owner)))
    },
    snooze: (row: ConversationRow, until: Time) =>
      putAway(row, t('done.snoozed', { when: sayWhen(until, Date.now()) }), () =>
        snooze(cache, row, until),
      ),
    resolve: (row: ConversationRow, resolution = '') =>
      putAway(row, t('done.resolved'), () => resolve(cache, row, resolution)),
    skip: (row: ConversationRow, reason: SkipReason, detail = '') =>
      putAway(row, t('done.skipped', { reason: t(`skip.${reason}`) }), () =>
        skip(cache, row, reason, detail),
      ),
    reopen: (row: ConversationRow) => void reopen(cache, row),
  }
}
