// One decision about many conversations. It shows at once, goes out in one question (or a few: 200 is
// the most the server takes), and what could not be done is told and shown as it stands.

import type { QueryClient } from '@tanstack/react-query'
import { t } from 'i18next'
import { findRow, keepRows, patchRows, placeInLists } from '@/api/conversations/cache'
import { conversationQuery } from '@/api/conversations/queries'
import { bulkDecide, type Taken, undoDecisions } from '@/api/conversations/verbs'
import type { BulkBody, BulkResult, ConversationRow, Id } from '@/api/types'
import { say, sayFailure } from '@/ui/toast'

const most = 200

export type Action = Omit<BulkBody, 'items'>

interface Wish {
  action: Action
  patch: (row: ConversationRow) => Partial<ConversationRow>
  // Refuse those that somebody changed since they were drawn here. For what does not depend on what
  // was said (who has it, its tags) the answer is no.
  onlyIfUnchanged: boolean
}

// Resolves to what can be taken back: nothing if the server refused.
export async function decideMany(
  cache: QueryClient,
  rows: readonly ConversationRow[],
  { action, patch, onlyIfUnchanged }: Wish,
): Promise<Taken[]> {
  const items = rows.map(({ id }) => ({
    id,
    version: onlyIfUnchanged ? findRow(cache, id)?.version : undefined,
  }))
  const results = await send(cache, rows, patch, async () => {
    const answers: BulkResult[] = []
    for (let at = 0; at < items.length; at += most) {
      const part = await bulkDecide({ ...action, items: items.slice(at, at + most) } as BulkBody)
      answers.push(...part.items)
    }
    return answers
  })
  const left = results.filter((one) => one.outcome === 'changed' || one.outcome === 'gone').length
  if (left > 0) say(t('inbox:many.left', { count: left }))
  return results.flatMap(({ id, decision_id }) =>
    decision_id ? [{ conversation_id: id, decision_id }] : [],
  )
}

// Takes decisions back; `before` is how the rows stood.
export async function undoMany(
  cache: QueryClient,
  taken: readonly Taken[],
  before: readonly ConversationRow[],
): Promise<void> {
  if (taken.length === 0) return
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = before.filter((row) => taken.some((one) => one.conversation_id === row.id))
  const patch = ({ id }: ConversationRow): Partial<ConversationRow> => {
    const was = known.get(id)
    if (!was) return {}
    const { state, owner, waiting_since, snoozed_until, resolution, skip_reason, tags } = was
    const { resolved_for, resolved_with } = was
    return {
      state,
      owner,
      waiting_since,
      snoozed_until,
      resolution,
      resolved_for,
      resolved_with,
      skip_reason,
      tags,
    }
  }
  const results = await send(cache, rows, patch, async () => {
    const answers: BulkResult[] = []
    for (let at = 0; at < taken.length; at += most) {
      answers.push(...(await undoDecisions(taken.slice(at, at + most))).items)
    }
    return answers
  })
  const left = results.filter((one) => one.outcome === 'changed').length
  if (left > 0) say(t('inbox:many.notUndone', { count: left }))
}

async function send(
  cache: QueryClient,
  rows: readonly ConversationRow[],
  patch: Wish['patch'],
  call: () => Promise<BulkResult[]>,
): Promise<BulkResult[]> {
  const before = rows.map((row) => findRow(cache, row.id) ?? row)
  const wishes = before.map((row) => [row.id, patch(row)] as const)
  const mutation = cache.getMutationCache().build(cache, {
    mutationKey: ['conversation', 'many'],
    networkMode: 'always',
    onMutate: () => patchRows(cache, wishes),
    mutationFn: call,
  })
  try {
    const results = await mutation.execute(undefined)
    keepRows(
      cache,
      results.flatMap(({ row }) => (row ? [row] : [])),
    )
    for (const { id } of results) readAgain(cache, id)
    return results
  } catch (error) {
    const back = before.map((row, at) => [row.id, pick(row, wishes[at]?.[1] ?? {})] as const)
    // Those that had left a list are no longer known to it.
    const gone = before.filter((row) => !findRow(cache, row.id))
    patchRows(cache, back)
    placeInLists(cache, gone)
    for (const { id } of rows) readAgain(cache, id)
    sayFailure(error)
    return []
  }
}

// Its history has a line more.
function readAgain(cache: QueryClient, id: Id): void {
  void cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
}

function pick(row: ConversationRow, patch: Partial<ConversationRow>): Partial<ConversationRow> {
  return Object.fromEntries(
    Object.keys(patch).map((key) => [key, row[key as keyof ConversationRow]]),
  )
}
