import { expect, test } from 'vitest'
import { post } from '@/testing/samples'
import { buildThread } from './build-thread'

const shape = (posts: ReturnType<typeof post>[], deepest = 4) =>
  buildThread(posts, deepest).map(
    ({ post, depth, joined }) => `${'>'.repeat(depth)}${joined ? '|' : ''}${post.id}`,
  )

test('a conversation back and forth runs straight down', () => {
  expect(shape([post('1'), post('2', '1'), post('3', '2')])).toEqual(['1', '|2', '|3'])
})

test('each branch steps in, and runs straight down from there', () => {
  const posts = [post('1'), post('2', '1'), post('3', '1'), post('4', '2'), post('5', '3')]
  expect(shape(posts)).toEqual(['1', '>2', '>|4', '>3', '>|5'])
})

test('a post whose parent is missing starts on its own', () => {
  expect(shape([post('2', 'gone'), post('3', '2')])).toEqual(['2', '|3'])
})

test('steps stop at the deepest, where the answered person is named', () => {
  const posts = [
    post('1'),
    post('2', '1'),
    post('3', '1'),
    post('4', '2'),
    post('5', '2'),
    post('6', '4'),
    post('7', '4'),
  ]
  const items = buildThread(posts, 1)
  expect(Math.max(...items.map((item) => item.depth))).toBe(1)
  expect(items.find((item) => item.post.id === '7')?.answers?.id).toBe('4')
  expect(items.find((item) => item.post.id === '3')?.answers).toBeNull()
})

test('a line goes on where one answer follows, and nowhere else', () => {
  const items = buildThread([post('1'), post('2', '1'), post('3', '2'), post('4', '2')], 4)
  expect(items.map((item) => item.continues)).toEqual([true, false, false, false])
})

test('a thread deeper than the call stack is laid out all the same', () => {
  const posts = Array.from({ length: 50_000 }, (_, n) =>
    post(String(n + 1), n === 0 ? null : String(n)),
  )
  expect(buildThread(posts, 4)).toHaveLength(50_000)
})
