// The verbs of sorting, ready to be put on a key or a button. Each takes one conversation or many;
// each can be taken back.

import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Resolution, Taken } from '@/api/conversations/verbs'
import { useMe } from '@/api/session'
import type {
  Conversation,
  ConversationRow,
  MemberRef,
  SkipReason,
  TagRef,
  Time,
} from '@/api/types'
import { sayWhen } from '@/ui/time'
import { closeToast, offerUndo } from '@/ui/toast'
import { useInboxActions } from '../inbox-context'
import { added } from './added'
import { assign } from './assign'
import { decideMany, undoMany } from './many'
import { reopen } from './reopen'
import { resolve, resolved } from './resolve'
import { skip } from './skip'
import { snooze } from './snooze'

type Rows = readonly ConversationRow[]

export function useVerbs() {
  const cache = useQueryClient()
  const { t } = useTranslation('inbox')
  const { moveOn, clearSelection } = useInboxActions()
  const me = useMe()

  // Decides, and keeps the way back open for a while.
  const run = (
    rows: Rows,
    message: string,
    one: (row: ConversationRow) => Promise<Conversation | null>,
    many: Parameters<typeof decideMany>[2],
  ) => {
    const [first] = rows
    if (!first) return
    const done =
      rows.length === 1
        ? one(first).then((after) => added(first, after, me.id))
        : decideMany(cache, rows, many)
    if (rows.length > 1) clearSelection()
    offerWayBack(
      rows.length === 1 ? message : t('many.done', { count: rows.length, what: message }),
      rows,
      done,
    )
  }

  // At once, and only for as long as there is something to take back.
  const offerWayBack = (message: string, rows: Rows, done: Promise<Taken[]>) => {
    const toast = offerUndo(message, () => void done.then((taken) => undoMany(cache, taken, rows)))
    void done.then((taken) => {
      if (taken.length === 0) closeToast(toast)
    })
  }

  // Done with it: on to the next.
  const putAway: typeof run = (rows, ...rest) => {
    moveOn(rows.map((row) => row.id))
    run(rows, ...rest)
  }

  return {
    assign: (rows: Rows, to: MemberRef | null) => {
      if (rows.every((row) => (row.owner?.id ?? null) === (to?.id ?? null))) return
      const message = !to
        ? t('done.unassigned')
        : to.id === me.id
          ? t('done.taken')
          : t('done.assigned', { name: to.name })
      run(rows, message, (row) => assign(cache, row, to), {
        action: { verb: 'assign', member_id: to?.id ?? null },
        patch: () => ({ owner: to }),
        onlyIfUnchanged: false,
      })
    },
    snooze: (rows: Rows, until: Time) =>
      putAway(
        rows,
        t('done.snoozed', { when: sayWhen(until, Date.now()) }),
        (row) => snooze(cache, row, until),
        {
          action: { verb: 'snooze', until },
          patch: () => ({ state: 'snoozed', snoozed_until: until }),
          onlyIfUnchanged: true,
        },
      ),
    resolve: (rows: Rows, how: Resolution = { resolution: '' }) =>
      putAway(rows, t('done.resolved'), (row) => resolve(cache, row, how), {
        action: { verb: 'resolve', ...how },
        patch: () => resolved(how),
        onlyIfUnchanged: true,
      }),
    skip: (rows: Rows, reason: SkipReason, detail = '') =>
      putAway(
        rows,
        t('done.skipped', { reason: t(`skip.${reason}`) }),
        (row) => skip(cache, row, reason, detail),
        {
          action: { verb: 'skip', reason, detail },
          patch: () => ({ state: 'skipped', skip_reason: reason, snoozed_until: null }),
          onlyIfUnchanged: true,
        },
      ),
    reopen: (rows: Rows) =>
      run(rows, t('done.reopened'), (row) => reopen(cache, row), {
        action: { verb: 'reopen' },
        patch: () => ({
          state: 'open',
          snoozed_until: null,
          resolution: null,
          skip_reason: null,
        }),
        onlyIfUnchanged: true,
      }),
    // Tags depend on nothing that was said: they always go as many, of which one is a case.
    tag: (rows: Rows, tag: TagRef, on: boolean) => {
      const done = decideMany(cache, rows, {
        action: { verb: on ? 'tag' : 'untag', tag_id: tag.id },
        patch: (row) => ({
          tags: on
            ? [...row.tags.filter((one) => one.id !== tag.id), tag].toSorted((a, b) =>
                a.name.localeCompare(b.name),
              )
            : row.tags.filter((one) => one.id !== tag.id),
        }),
        onlyIfUnchanged: false,
      })
      offerWayBack(
        t(on ? 'done.tagged' : 'done.untagged', { tag: tag.name, count: rows.length }),
        rows,
        done,
      )
    },
  }
}
