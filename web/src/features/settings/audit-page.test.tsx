// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/settings'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Session } from '@/api/types'
import words from '@/i18n/en/team.json'
import { AuditPage } from './audit-page'

const sources: Record<string, string> = import.meta.glob(
  ['../../../../src/desk/**/*.{cc,h}', '!**/*_test.cc', '!**/testing/**'],
  { query: '?raw', import: 'default', eager: true },
)

// What the server may write into the log: each is a text like "member.add". So are hosts of examples, which end
// otherwise.
function verbsOf(text: string): string[] {
  const found = [...text.matchAll(/"([a-z]+(?:_[a-z]+)*\.[a-z]+)"/g)].map(([, verb = '']) => verb)
  return found.filter((verb) => !/\.(example|invalid|com|org)$/.test(verb))
}

test('there are words for all that the server writes down', () => {
  const verbs = new Set(Object.values(sources).flatMap(verbsOf))
  expect(verbs.size).toBeGreaterThan(40)
  const said = Object.keys(words.audit.verb)
  const isSaid = (verb: string) =>
    said.some((key) => `${key}_`.startsWith(`${verb.replace('.', '_')}_`))
  expect([...verbs].filter((verb) => !isSaid(verb))).toEqual([])
})

afterEach(() => vi.unstubAllGlobals())

test('an entry reads as a sentence', async () => {
  const entries = [
    ['account.mute', '@rude.example did:plc:x7', 'Insults.', 'muted @rude.example: Insults.'],
    ['account.mute', '@rude.example did:plc:x7', '', 'muted @rude.example'],
    ['channel.history', 'bluesky us', 'stop', 'stopped the reading of earlier posts of bluesky us'],
    ['help_site.change', 'tea', 'off', 'changed the public page tea: it is off'],
    ['conversation.export', '7', '', 'took a conversation out'],
    ['member.add', 'Mia', 'agent', 'added Mia as agent'],
    ['later.verb', 'it', 'so', 'later.verb it so'],
  ] as const
  vi.stubGlobal('fetch', async () =>
    Response.json({
      items: entries.map(([verb, object, detail], at) => ({
        ...{ id: String(at), verb, object, detail, at: '2026-11-26T09:00:00Z' },
        by: { id: '1', name: 'Olga' },
      })),
      next: null,
    }),
  )
  const cache = new QueryClient()
  cache.setQueryData(sessionQuery.queryKey, { permissions: ['see_audit'] } as Session)
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <AuditPage />
      </MantineProvider>
    </QueryClientProvider>,
  )
  const rows = await screen.findAllByRole('listitem')
  const told = rows.map((row) => row.querySelector('p')?.textContent)
  expect(told).toEqual(entries.map(([, , , sentence]) => `Olga ${sentence}`))
})
