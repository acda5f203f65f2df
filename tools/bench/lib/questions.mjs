// What a team asks of a desk all day, the same questions in the same order for every engine.

const kPages = 40
const states = ['open', 'waiting', 'snoozed', 'resolved', 'skipped', 'all']

// Pages of every list, from its top downwards: state, owner and channel in all combinations.
export async function pages(client) {
  const channels = (await client.json('/api/channels')).items.map((channel) => channel.id)
  const paths = []
  for (const state of states) {
    for (const owner of ['', 'me', 'nobody']) {
      for (const channel of ['', ...channels]) {
        let cursor = ''
        for (let page = 0; page < kPages; page++) {
          const query = new URLSearchParams({ state, owner, channel, cursor })
          const path = `/api/conversations?${query}`
          paths.push(path)
          cursor = (await client.json(path)).next_cursor
          if (!cursor) break
        }
      }
    }
  }
  return paths
}

// The pages of whoever is open with what matters first, as the Inbox shows them; and of all lists,
// narrowed by what the engine read.
export async function readPages(client) {
  const down = async (more) => {
    const paths = []
    let cursor = ''
    for (let page = 0; page < kPages; page++) {
      const path = `/api/conversations?${new URLSearchParams({ ...more, cursor })}`
      paths.push(path)
      cursor = (await client.json(path)).next_cursor
      if (!cursor) break
    }
    return paths
  }
  const order = 'priority'
  const matters = []
  for (const owner of ['', 'me', 'nobody']) {
    matters.push(...(await down({ state: 'open', owner, order })))
  }
  const narrowed = []
  for (const state of ['open', 'waiting', 'all']) {
    for (const asked of [
      { urgent: 'yes' },
      { needs_reply: 'yes' },
      { sentiment: 'negative', intent: 'complaint' },
      { reason: 'delivery' },
      { intent: 'sales_interest' },
    ]) {
      narrowed.push(...(await down({ state, ...asked })))
    }
  }
  for (const asked of [{ urgent: 'yes' }, { reason: 'price' }]) {
    narrowed.push(...(await down({ state: 'open', order, ...asked })))
  }
  return { matters, narrowed }
}

// Searches for words that everybody uses, words that few use, two at once, and beginnings.
export async function searches(client) {
  const page = await client.json('/api/conversations?state=all&limit=100')
  const words = page.items.flatMap((row) => row.excerpt.match(/\p{L}{4,}/gu) ?? [])
  const rare = [...new Set(words)].slice(0, 100)
  const common = ['order', 'the', 'jacket', 'backpack', 'Bestellung', 'pedido', 'gracias', 'zip']
  const texts = [
    ...common,
    ...rare,
    ...common.flatMap((one) => common.map((other) => `${one} ${other}`)),
    ...rare.slice(0, 40).map((word) => word.slice(0, 3)),
    ...rare.slice(0, 40).map((word) => `order ${word}`),
  ]
  const paths = (more) =>
    texts.map((q) => `/api/conversations?${new URLSearchParams({ state: 'all', q, ...more })}`)
  return {
    newest: paths({}),
    relevance: paths({ order: 'relevance' }),
    filtered: [
      ...paths({ state: 'open' }),
      ...paths({ state: 'waiting', owner: 'me' }),
      ...paths({ state: 'snoozed' }),
    ],
  }
}
