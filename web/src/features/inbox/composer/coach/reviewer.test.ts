import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Reviewer, type ReviewState } from './reviewer'

let draft: string
let asked: string[]
let open: { answer: (text: string) => void; fail: (error: Error) => void; signal: AbortSignal }[]
let answers: string[]
let states: ReviewState[]
let reviewer: Reviewer<string>

beforeEach(() => {
  vi.useFakeTimers()
  draft = ''
  asked = []
  open = []
  answers = []
  states = []
  reviewer = new Reviewer<string>({
    pause: 250,
    ask: (signal) => {
      if (draft === 'nothing') return null
      asked.push(draft)
      return new Promise((answer, fail) => open.push({ answer, fail, signal }))
    },
    onAnswer: (answer) => answers.push(answer),
    onState: (state) => states.push(state),
    mayAskAgain: (error) => (error as Error).message !== 'never',
  })
})
afterEach(() => {
  reviewer.stop()
  vi.useRealTimers()
})

const write = (text: string) => {
  draft = text
  reviewer.look()
}
const wait = (time: number) => vi.advanceTimersByTimeAsync(time)

test('asks once the writer rests, not for each letter', async () => {
  write('H')
  await wait(100)
  write('He')
  await wait(249)
  expect(asked).toEqual([])
  expect(reviewer.isFresh).toBe(false)
  await wait(1)
  expect(asked).toEqual(['He'])
  open[0]?.answer('fine')
  await wait(0)
  expect(answers).toEqual(['fine'])
  expect(reviewer.isFresh).toBe(true)
})

test('one question at a time, and the newest words in the end', async () => {
  write('One')
  await wait(250)
  write('One two')
  await wait(250)
  write('One two three')
  await wait(250)
  expect(asked).toEqual(['One'])
  open[0]?.answer('of one')
  await wait(0)
  expect(asked).toEqual(['One', 'One two three'])
  open[1]?.answer('of three')
  await wait(1000)
  expect(answers).toEqual(['of one', 'of three'])
  expect(asked).toHaveLength(2)
})

test('an answer in the midst of a word waits for the pause like any other', async () => {
  write('One')
  await wait(250)
  write('One t')
  open[0]?.answer('of one')
  await wait(100)
  write('One tw')
  await wait(200)
  expect(asked).toEqual(['One'])
  await wait(50)
  expect(asked).toEqual(['One', 'One tw'])
})

test('says that it is slow, gives up, and tries again by itself', async () => {
  write('One')
  await wait(250 + 2_000)
  expect(states).toEqual(['slow'])
  await wait(13_000)
  expect(open[0]?.signal.aborted).toBe(true)
  open[0]?.fail(new Error('gone'))
  await wait(0)
  expect(states).toEqual(['slow', 'failed'])
  await wait(10_000)
  expect(asked).toEqual(['One', 'One'])
  open[1]?.answer('there again')
  await wait(0)
  expect(states.at(-1)).toBe('well')
})

test('what will never be answered is asked again only for other words', async () => {
  write('One')
  await wait(250)
  open[0]?.fail(new Error('never'))
  await wait(60_000)
  expect(asked).toEqual(['One'])
  write('Two')
  await wait(250)
  expect(asked).toEqual(['One', 'Two'])
})

test('after the end nothing is asked and nothing is said', async () => {
  write('One')
  await wait(250)
  write('Two')
  reviewer.stop()
  open[0]?.answer('late')
  await wait(60_000)
  expect(asked).toEqual(['One'])
  expect(answers).toEqual([])
  expect(states).toEqual([])
})

test('where there is nothing to ask, nothing is', async () => {
  write('nothing')
  await wait(250)
  expect(asked).toEqual([])
  expect(reviewer.isFresh).toBe(true)
})
