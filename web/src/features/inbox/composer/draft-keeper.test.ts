import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Act, Draft } from '@/api/types'
import { DraftKeeper, type DraftStatus, type DraftText, quiet } from './draft-keeper'

const saved = ({ post_id, text, media = [], channel_id = null }: DraftText): Draft => ({
  post_id,
  text,
  media: [...media],
  channel_id,
  langs: [],
  updated_at: '2026-11-23T10:00:00.000000Z',
})

const hi: DraftText = { post_id: '1', text: 'Hi' }
const queued: Act = {
  id: '5',
  kind: 'reply',
  state: 'queued',
  conversation_id: '1',
  post_id: '1',
  channel_id: '7',
  account_id: null,
  text: 'Hi',
  media: [],
  langs: [],
  card_url: null,
  card: null,
  by: { id: 'me', name: 'Mia' },
  created_at: '2026-11-23T10:00:00.000000Z',
  not_before: '2026-11-23T10:00:08.000000Z',
  attempts: 0,
  error: null,
  result_post_id: null,
}

function setUp() {
  const store = new Map<string, string>()
  const server = {
    save: vi.fn(async (draft: DraftText) => saved(draft)),
    drop: vi.fn(async () => {}),
  }
  const statuses: DraftStatus[] = []
  const onSaved = vi.fn()
  const make = () =>
    new DraftKeeper({
      key: 'draft',
      storage: {
        getItem: (key) => store.get(key) ?? null,
        setItem: (key, value) => void store.set(key, value),
        removeItem: (key) => void store.delete(key),
      },
      server,
      onStatus: (status) => statuses.push(status),
      onSaved,
    })
  return { store, server, statuses, onSaved, make }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a draft with pictures', () => {
  const cup = { attachment_id: '90', url: '/api/attachments/90', alt: '' }

  test('is kept without a single word', async () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write({ post_id: '1', text: '', media: [cup] })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.drop).not.toHaveBeenCalled()
    expect(server.save).toHaveBeenCalledTimes(1)
    keeper.write({ post_id: '1', text: '', media: [] })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.drop).toHaveBeenCalledTimes(1)
  })

  test('comes back on a device that was closed before it was saved', () => {
    const { make } = setUp()
    make().write({ post_id: '1', text: '', media: [cup] })
    expect(make().load(null)?.media).toEqual([cup])
  })

  test('goes out under a key of its own when its words for a picture change', async () => {
    const { make } = setUp()
    const keeper = make()
    const first = await keeper.settle({ ...hi, media: [cup] })
    keeper.failed(false)
    expect(await keeper.settle({ ...hi, media: [cup] })).toBe(first)
    keeper.failed(false)
    expect(await keeper.settle({ ...hi, media: [{ ...cup, alt: 'A cup' }] })).not.toBe(first)
  })
})

describe('a draft', () => {
  test('is on this device at once and on the server after a pause in typing', async () => {
    const { store, server, statuses, make } = setUp()
    const keeper = make()
    keeper.write({ post_id: '1', text: 'H' })
    expect(store.get('draft')).toContain('"H"')
    await vi.advanceTimersByTimeAsync(quiet - 1)
    keeper.write({ post_id: '1', text: 'Hi' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledTimes(1)
    expect(server.save).toHaveBeenCalledWith({ post_id: '1', text: 'Hi' }, false)
    expect(statuses.at(-1)).toBe('kept')
    expect(store.has('draft')).toBe(false)
  })

  test('survives a server that cannot be reached, and is sent when it can', async () => {
    const { store, server, statuses, make } = setUp()
    server.save.mockRejectedValueOnce(new Error('offline'))
    const keeper = make()
    keeper.write({ post_id: '1', text: 'Hi' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(statuses.at(-1)).toBe('device')
    expect(store.get('draft')).toContain('Hi')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(statuses.at(-1)).toBe('kept')
    expect(store.has('draft')).toBe(false)
  })

  test('that never reached the server wins over the older one that did', async () => {
    const { store, server, make } = setUp()
    store.set('draft', JSON.stringify({ post_id: '1', text: 'newer' }))
    expect(make().load(saved({ post_id: '1', text: 'older' }))?.text).toBe('newer')
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledWith({ post_id: '1', text: 'newer' }, false)
  })

  test('that is emptied is dropped', async () => {
    const { server, statuses, make } = setUp()
    make().write({ post_id: '1', text: '  ' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.drop).toHaveBeenCalledTimes(1)
    expect(server.save).not.toHaveBeenCalled()
    expect(statuses.at(-1)).toBe('idle')
  })

  test('typed while a save is under way is saved next', async () => {
    const { server, onSaved, make } = setUp()
    let answer = (_: Draft) => {}
    server.save.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const keeper = make()
    keeper.write({ post_id: '1', text: 'a' })
    await vi.advanceTimersByTimeAsync(quiet)
    keeper.write({ post_id: '1', text: 'ab' })
    answer(saved({ post_id: '1', text: 'a' }))
    await vi.advanceTimersByTimeAsync(quiet * 2)
    expect(server.save).toHaveBeenLastCalledWith({ post_id: '1', text: 'ab' }, false)
    expect(onSaved).toHaveBeenCalledTimes(1)
  })

  test('that was sent is not saved after all', async () => {
    const { store, server, make } = setUp()
    const keeper = make()
    keeper.write(hi)
    await keeper.settle(hi)
    keeper.sent(hi.text)
    await vi.advanceTimersByTimeAsync(quiet * 2)
    expect(server.save).not.toHaveBeenCalled()
    expect(store.has('draft')).toBe(false)
  })

  test('is saved at once when the page goes away', () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write({ post_id: '1', text: 'Hi' })
    keeper.flush()
    expect(server.save).toHaveBeenCalledWith({ post_id: '1', text: 'Hi' }, true)
  })

  test('is kept by the server alone where storage is switched off', async () => {
    const server = { save: vi.fn(async (draft: DraftText) => saved(draft)), drop: vi.fn() }
    const refuse = () => {
      throw new Error('denied')
    }
    const keeper = new DraftKeeper({
      key: 'draft',
      storage: { getItem: refuse, setItem: refuse, removeItem: refuse },
      server,
      onStatus: () => {},
      onSaved: () => {},
    })
    expect(keeper.load(null)).toBeNull()
    keeper.write({ post_id: '1', text: 'Hi' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledTimes(1)
  })
})

describe('a draft that is being sent', () => {
  test('is not saved beside its reply, whatever the page does', async () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write(hi)
    await keeper.settle(hi)
    keeper.flush()
    await vi.advanceTimersByTimeAsync(quiet * 2)
    expect(server.save).not.toHaveBeenCalled()
  })

  test('goes out only after every save that was under way', async () => {
    const { server, make } = setUp()
    const answers: (() => void)[] = []
    server.save.mockImplementation(
      (draft) => new Promise((resolve) => answers.push(() => resolve(saved(draft)))),
    )
    const keeper = make()
    keeper.write(hi)
    await vi.advanceTimersByTimeAsync(quiet)
    keeper.flush()
    let settled = false
    void keeper.settle(hi).then(() => {
      settled = true
    })
    answers[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).toBe(false)
    answers[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).toBe(true)
  })

  test('is a draft again once the server refused it', async () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write(hi)
    await keeper.settle(hi)
    keeper.failed(true)
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledWith(hi, false)
  })

  test('keeps its key while nobody knows whether it arrived, over a reload too', async () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write(hi)
    const key = await keeper.settle(hi)
    keeper.failed(false)
    keeper.flush()
    expect(await keeper.settle(hi)).toBe(key)

    const reloaded = make()
    expect(reloaded.load(null)).toEqual(hi)
    reloaded.flush()
    await vi.advanceTimersByTimeAsync(quiet * 2)
    expect(server.save).not.toHaveBeenCalled()
    expect(await reloaded.settle(hi)).toBe(key)
    expect(await reloaded.settle({ ...hi, post_id: '2' })).not.toBe(key)
  })

  test('is known again among the replies that stand there', async () => {
    const { make } = setUp()
    await make().settle(hi)
    const reloaded = make()
    reloaded.load(null)
    expect(reloaded.recognize([{ ...queued, text: 'Hello' }], 'me')).toBeUndefined()
    expect(reloaded.recognize([{ ...queued, state: 'rejected' }], 'me')).toBeUndefined()
    expect(reloaded.recognize([queued], 'someone else')).toBeUndefined()
    expect(reloaded.recognize([queued], 'me')).toBe(queued)
    reloaded.write({ ...hi, text: 'Hi there' })
    expect(reloaded.recognize([queued], 'me')).toBeUndefined()
  })

  test('is saved as usual when it was changed while in doubt', async () => {
    const { store, server, make } = setUp()
    await make().settle(hi)
    const reloaded = make()
    reloaded.load(null)
    reloaded.write({ ...hi, text: 'Hi there' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledWith({ ...hi, text: 'Hi there' }, false)
    expect(store.has('draft')).toBe(false)
  })

  test('leaves what was typed meanwhile as the next draft', async () => {
    const { server, make } = setUp()
    const keeper = make()
    keeper.write(hi)
    await keeper.settle(hi)
    keeper.write({ ...hi, text: 'Hi and welcome' })
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).not.toHaveBeenCalled()
    expect(keeper.sent(hi.text)).toBe('and welcome')
    await vi.advanceTimersByTimeAsync(quiet)
    expect(server.save).toHaveBeenCalledWith({ ...hi, text: 'and welcome' }, false)
  })
})
