// The Inbox's entries in the palette: what can be done to the ticked or open conversation, and which
// list to look at.

import type { QueryClient } from '@tanstack/react-query'
import type { useNavigate } from '@tanstack/react-router'
import { t } from 'i18next'
import { type View, views } from '@/api/conversations/view'
import { membersQuery } from '@/api/members'
import { tagsQuery } from '@/api/tags'
import type { ConversationRow, Member } from '@/api/types'
import { viewsQuery } from '@/api/views'
import type { Command } from '@/ui/commands'
import type { InboxContext } from './inbox-context'
import { exportPath, formats } from './thread/more-menu'
import type { useVerbs } from './verbs/use-verbs'

interface Around {
  inbox: InboxContext
  cache: QueryClient
  mayWrite: boolean
  verbs: ReturnType<typeof useVerbs>
  rows: readonly ConversationRow[]
  navigate: ReturnType<typeof useNavigate>
}

export async function inboxCommands(around: Around): Promise<Command[]> {
  const { cache } = around
  const [members, tags, saved] = await Promise.all([
    cache.ensureQueryData(membersQuery).catch(() => ({ items: [] })),
    cache.ensureQueryData(tagsQuery).catch(() => ({ items: [] })),
    cache.ensureQueryData(viewsQuery).catch(() => ({ items: [] })),
  ])
  return [
    ...aboutRows(around, members.items, tags.items),
    ...lists(around, tags.items, saved.items),
  ]
}

function aboutRows(
  { inbox, mayWrite, verbs, rows }: Around,
  members: readonly Member[],
  tags: readonly { id: string; name: string; color: ConversationRow['tags'][number]['color'] }[],
): Command[] {
  const [first] = rows
  if (!first) return []
  const group =
    rows.length === 1
      ? t('inbox:palette.one', { name: first.lead.name || first.lead.handle })
      : t('inbox:many.selected', { count: rows.length })
  const command = (id: string, title: string, run: () => void, key?: string): Command => ({
    id: `row-${id}`,
    group,
    title,
    run,
    key,
  })
  const able = members.filter(({ role }) => ['owner', 'admin', 'agent'].includes(role))
  const write = !mayWrite
    ? []
    : [
        rows.every((row) => ['resolved', 'skipped', 'snoozed'].includes(row.state))
          ? command('reopen', t('inbox:reopen'), () => verbs.reopen(rows), 'O')
          : command('resolve', t('inbox:resolve.action'), () => verbs.resolve(rows), 'E'),
        command('snooze', t('inbox:snooze.title'), () => inbox.ask('snooze', rows), 'Z'),
        command('skip', t('inbox:skip.action'), () => inbox.ask('skip', rows), 'S'),
        command('tag', t('inbox:tag.action'), () => inbox.ask('tag', rows), 'T'),
        ...able.map((member) =>
          command(
            `assign-${member.id}`,
            t('inbox:palette.assign', { name: member.me ? t('inbox:filter.me') : member.name }),
            () => verbs.assign(rows, { id: member.id, name: member.name }),
          ),
        ),
        command(
          'assign-nobody',
          t('inbox:palette.assign', { name: t('inbox:assign.nobody') }),
          () => verbs.assign(rows, null),
        ),
        ...tags.map((tag) => {
          const on = rows.every((row) => row.tags.some((one) => one.id === tag.id))
          return command(
            `tag-${tag.id}`,
            t(on ? 'inbox:palette.untag' : 'inbox:palette.tag', { tag: tag.name }),
            () => verbs.tag(rows, { id: tag.id, name: tag.name, color: tag.color }, !on),
          )
        }),
      ]
  const open =
    rows.length !== 1 || first.id !== inbox.openId
      ? []
      : [
          command('print', t('inbox:print.action'), () => setTimeout(() => window.print(), 200)),
          ...formats.map((format) =>
            command(`export-${format}`, t(`inbox:export.${format}`), () => {
              window.location.assign(exportPath(first.id, format, false))
            }),
          ),
        ]
  return [...write, ...open]
}

function lists(
  { inbox, navigate }: Around,
  tags: readonly { id: string; name: string }[],
  saved: readonly { id: string; name: string }[],
): Command[] {
  const group = t('inbox:views')
  return [
    ...saved.map((view) => ({
      id: `saved-${view.id}`,
      group,
      title: view.name,
      run: () => void navigate({ to: '/inbox', search: { saved: view.id } }),
    })),
    ...views.map((view: View) => ({
      id: `view-${view}`,
      group,
      title: t(`inbox:view.${view}`),
      run: () => inbox.show({ view }),
    })),
    {
      id: 'view-longest',
      group,
      title: t('inbox:filter.longest'),
      run: () => inbox.show({ view: 'open', order: 'longest' }),
    },
    {
      id: 'view-urgent',
      group,
      title: t('inbox:reading.urgent'),
      run: () => inbox.show({ view: 'open', urgent: 'yes' }),
    },
    ...tags.map((tag) => ({
      id: `list-tag-${tag.id}`,
      group: t('inbox:tag.tags'),
      title: t('inbox:palette.tagged', { tag: tag.name }),
      run: () => inbox.show({ view: 'all', tag: tag.id }),
    })),
  ]
}
