import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { CardSaying } from './acts'
import { request } from './http'
import type { Card, Id } from './types'

// What a link's page says of itself. It is asked once: what the writer saw is what goes out.
export const cardQuery = (channel_id: Id, url: string) =>
  queryOptions({
    queryKey: ['card', channel_id, url],
    queryFn: ({ signal }) =>
      request<Card>('POST', '/api/cards', { body: { channel_id, url }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30 * 60_000,
    retry: false,
    refetchOnMount: false,
  })

// A link as it goes out with words: with the card as it was shown, or, where none was seen yet, as
// its page says by then.
export function cardSaying(cache: QueryClient, channel: Id, url: string | null): CardSaying {
  const seen = url ? cache.getQueryData(cardQuery(channel, url).queryKey) : undefined
  if (!seen) return { card_url: url }
  const { title, description, thumb } = seen
  return { card_url: url, card: { title, description, attachment_id: thumb?.id ?? null } }
}
