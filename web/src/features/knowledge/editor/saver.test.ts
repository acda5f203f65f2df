// @vitest-environment jsdom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '@/api/http'
import type { Article, ArticleStatus } from '@/api/knowledge/types'
import { forget, keep, keptOf } from './kept'
import { Saver, whenLeft } from './saver'
import { begin, isTaken, type Written, writtenOf } from './written'

const article = (more: Partial<Article> = {}): Article => ({
  ...begin({}),
  ...{ id: '7', title: 'Parcels', slug: 'parcels', status: 'draft', version: 1 },
  ...{ link: '', uses: 0, created_at: '', changed_at: '', published_at: null, translations: [] },
  ...more,
})

let sent: [string, string, ArticleStatus, number][]
let server: Article
let refuse: Error | null
let hold: Promise<void> | null
let tidy: (article: Article) => Article
// The answer is lost on its way, and nothing else.
let loses: boolean
let made: Article[]

const answered = (article: Article) => {
  if (loses) throw new ApiError(0, 'offline', 'Not reachable.')
  return article
}

function saverOf(of: Article | null) {
  const change = async ({ id, version }: Article, written: Written, status: ArticleStatus) => {
    sent.push([id, written.title, status, version])
    await hold
    if (refuse) throw refuse
    if (version !== server.version) throw new ApiError(409, 'conflict', 'Somebody was faster.')
    server = tidy({ ...server, ...written, status, version: version + 1 })
    return answered(server)
  }
  return new Saver(of, of ? writtenOf(of) : begin({}), keptOf(of?.id ?? 'new'), {
    create: async (written, status) => {
      sent.push(['new', written.title, status, 0])
      if (refuse) throw refuse
      server = article({ ...written, slug: 'made', status })
      made.push(server)
      return answered(server)
    },
    change,
    read: async () => server,
    find: async (written) => made.find((one) => isTaken(written, one)) ?? null,
    forget,
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
  server = article()
  refuse = hold = null
  loses = false
  made = []
  tidy = (article) => article
})
afterEach(() => void vi.useRealTimers())

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('a draft is saved a moment after the last key, once', async () => {
  const saver = saverOf(server)
  saver.write({ title: 'Parcel' })
  await pass(500)
  saver.write({ title: 'Parcel times' })
  expect(keptOf('7')?.written.title).toBe('Parcel times')
  await pass(2_000)
  expect(sent).toEqual([['7', 'Parcel times', 'draft', 1]])
  expect(saver.now()).toMatchObject({ isDirty: false, isSaving: false, error: null })
  expect(keptOf('7')).toBeNull()
})

test('what is public waits until somebody says so, and is kept meanwhile', async () => {
  server = article({ status: 'published' })
  const saver = saverOf(server)
  saver.write({ markdown: 'Half a sen' })
  await pass(20_000)
  expect(sent).toEqual([])
  expect(keptOf('7')?.written.markdown).toBe('Half a sen')
  expect(await saver.save()).toBe(true)
  expect(sent).toEqual([['7', 'Parcels', 'published', 1]])
})

test('a new one has no address before it has a title, and takes the name that was made for it', async () => {
  const saver = saverOf(null)
  saver.write({ markdown: 'Two days.' })
  await pass(5_000)
  expect(sent).toEqual([])
  expect(keptOf('new')?.written.markdown).toBe('Two days.')
  saver.write({ title: 'How long' })
  await pass(2_000)
  expect(sent).toEqual([['new', 'How long', 'draft', 0]])
  expect(saver.now().article?.id).toBe('7')
  expect(saver.now().written.slug).toBe('made')
  expect(keptOf('new')).toBeNull()
})

test('what the server tidies stays as it is typed, and is not sent again', async () => {
  const saver = saverOf(server)
  saver.write({ title: 'How long ', questions: 'Where is it?\n', language: 'pt-BR' })
  tidy = (article) => ({
    ...article,
    title: 'How long',
    questions: 'Where is it?',
    language: 'pt-br',
  })
  await pass(60_000)
  expect(sent).toHaveLength(1)
  expect(saver.now()).toMatchObject({ isDirty: false })
  expect(saver.now().written).toMatchObject({
    ...{ title: 'How long ', questions: 'Where is it?\n', language: 'pt-br' },
  })
})

test('a refusal that is nobody else’s change is told as it is', async () => {
  const saver = saverOf(server)
  refuse = new ApiError(409, 'conflict', 'There is an article at this address already.')
  saver.write({ slug: 'taken' })
  await pass(2_000)
  expect(saver.now()).toMatchObject({ conflict: null, error: refuse, isDirty: true })
})

test('keys pressed while it is being saved stay, and follow', async () => {
  let go = () => {}
  hold = new Promise((done) => {
    go = done
  })
  const saver = saverOf(server)
  saver.write({ title: 'One' })
  await pass(1_000)
  saver.write({ title: 'One two' })
  go()
  await pass(2_000)
  expect(saver.now().written.title).toBe('One two')
  expect(sent.map(([, title]) => title)).toEqual(['One', 'One two'])
  expect(server.title).toBe('One two')
})

test('what could not be sent is kept and tried again; a refusal is not', async () => {
  const saver = saverOf(server)
  refuse = new ApiError(0, 'offline', 'Not reachable.')
  saver.write({ title: 'Away' })
  await pass(1_000)
  expect(saver.now().isDirty).toBe(true)
  expect(keptOf('7')?.written.title).toBe('Away')
  refuse = null
  await pass(6_000)
  expect(server.title).toBe('Away')

  refuse = new ApiError(422, 'invalid', 'Too long.', 'title')
  saver.write({ title: 'Long' })
  await pass(60_000)
  expect(sent).toHaveLength(3)
  expect(saver.now().error).toBe(refuse)
})

test('a change by somebody else is shown with both texts, and nothing is sent until one is chosen', async () => {
  const saver = saverOf(server)
  server = article({ version: 4, title: 'Theirs' })
  saver.write({ title: 'Mine' })
  await pass(1_000)
  expect(saver.now().conflict?.title).toBe('Theirs')
  expect(saver.now().written.title).toBe('Mine')
  saver.write({ title: 'Mine still' })
  await pass(60_000)
  expect(sent).toHaveLength(1)
  expect(await saver.keepMine()).toBe(true)
  expect(server).toMatchObject({ title: 'Mine still', version: 5 })
})

test('taking theirs hands back what was typed', async () => {
  const saver = saverOf(server)
  server = article({ version: 4, title: 'Theirs' })
  saver.write({ title: 'Mine' })
  await pass(1_000)
  const mine = saver.takeTheirs()
  expect(saver.now()).toMatchObject({ conflict: null, isDirty: false })
  expect(saver.now().written.title).toBe('Theirs')
  saver.write(mine)
  await pass(1_000)
  expect(server.title).toBe('Mine')
})

test('what was kept from last time is there again, also when the article went on without it', async () => {
  keep('7', { written: { ...writtenOf(server), title: 'Kept' }, version: 1 })
  expect(saverOf(server).now()).toMatchObject({ isDirty: true, conflict: null })
  server = article({ version: 2, title: 'Theirs' })
  const saver = saverOf(server)
  expect(saver.now().conflict?.title).toBe('Theirs')
  expect(saver.now().written.title).toBe('Kept')
})

test('a status is a change of its own, with what is typed', async () => {
  const saver = saverOf(server)
  expect(await saver.save('published')).toBe(true)
  expect(server.status).toBe('published')
  saver.write({ title: 'More' })
  expect(await saver.save('archived')).toBe(true)
  expect(server).toMatchObject({ status: 'archived', title: 'More' })
  expect(await saver.save()).toBe(true)
  expect(sent).toHaveLength(2)
})

test('discarding goes back to what the server has', async () => {
  server = article({ status: 'published' })
  const saver = saverOf(server)
  saver.write({ title: 'No' })
  expect(saver.discard().title).toBe('No')
  expect(saver.now()).toMatchObject({ isDirty: false })
  expect(keptOf('7')).toBeNull()
})

test('discarding while somebody else was faster goes to what they made of it', async () => {
  const saver = saverOf(server)
  server = article({ version: 4, title: 'Theirs' })
  saver.write({ title: 'Mine' })
  await pass(1_000)
  expect(saver.discard().title).toBe('Mine')
  expect(saver.now()).toMatchObject({ isDirty: false, conflict: null, article: { version: 4 } })
  expect(saver.now().written.title).toBe('Theirs')
})

test('one that was left saves what it has at once, and nothing later', async () => {
  const saver = saverOf(server)
  saver.write({ title: 'Left' })
  void saver.stop()
  await pass(0)
  expect(server.title).toBe('Left')

  const offline = saverOf(server)
  refuse = new ApiError(0, 'offline', 'Not reachable.')
  offline.write({ title: 'Away' })
  void offline.stop()
  await pass(0)
  refuse = null
  await pass(60_000)
  offline.write({ title: 'Undone' })
  await pass(60_000)
  expect(server.title).toBe('Left')
  // It is there when the article is opened again.
  expect(keptOf('7')?.written.title).toBe('Undone')
})

test('who opens it again waits for what is on its way', async () => {
  let go = () => {}
  hold = new Promise((done) => {
    go = done
  })
  const saver = saverOf(server)
  saver.write({ title: 'On its way' })
  void saver.stop()
  let isThere = false
  void whenLeft('7').then(() => {
    isThere = true
  })
  await whenLeft('8')
  await pass(0)
  expect(isThere).toBe(false)
  go()
  await pass(0)
  expect(isThere).toBe(true)
  expect(server.title).toBe('On its way')
})

test('an answer that got lost is nobody else’s change', async () => {
  const saver = saverOf(server)
  loses = true
  saver.write({ title: 'Sent ' })
  tidy = (article) => ({ ...article, title: article.title.trim() })
  await pass(1_000)
  expect(server).toMatchObject({ title: 'Sent', version: 2 })
  loses = false
  saver.write({ markdown: 'And more.' })
  await pass(6_000)
  expect(saver.now()).toMatchObject({ conflict: null, isDirty: false, error: null })
  expect(server).toMatchObject({ title: 'Sent', markdown: 'And more.', version: 3 })
})

test('an answer that got lost is known after the page was opened again', async () => {
  const saver = saverOf(server)
  loses = true
  saver.write({ title: 'Sent' })
  await pass(1_000)
  saver.write({ title: 'Sent and more' })
  loses = false
  const again = saverOf(server)
  expect(again.now()).toMatchObject({ conflict: null, isDirty: true })
  again.start()
  await pass(1_000)
  expect(server).toMatchObject({ title: 'Sent and more', version: 3 })
})

test('a new one is made once, though the answer got lost', async () => {
  const saver = saverOf(null)
  loses = true
  saver.write({ title: 'How long' })
  await pass(1_000)
  loses = false
  saver.write({ markdown: 'Two days.' })
  await pass(6_000)
  expect(made).toHaveLength(1)
  expect(server).toMatchObject({ title: 'How long', markdown: 'Two days.' })
  expect(saver.now()).toMatchObject({ isDirty: false, article: { id: '7' } })
})

test('lines that end in another way are no change', async () => {
  server = article({ markdown: 'One\r\n\r\nTwo\r', questions: 'Where?\r\nWhen?' })
  const saver = saverOf(server)
  expect(saver.now().written).toMatchObject({
    markdown: 'One\n\nTwo\n',
    questions: 'Where?\nWhen?',
  })
  saver.write({ markdown: 'One\n\nTwo\n' })
  expect(saver.now().isDirty).toBe(false)
})
