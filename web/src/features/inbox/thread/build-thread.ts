// A thread as it is read: a tree laid out in one column.
//
// A conversation that goes back and forth runs straight down, joined by a line; only where several
// people answer the same post does each branch step in. So deep threads stay readable, and the step
// says something.

import type { Id, Post } from '@/api/types'

export interface ThreadItem {
  post: Post
  // How far the post steps in.
  depth: number
  // The post right above is its parent in the same column: the line comes down from it.
  joined: boolean
  // The post right below answers it in the same column: the line goes on.
  continues: boolean
  // Whom it answers, when that is neither the post right above nor plain from the step.
  answers: Post | null
}

// `posts` are oldest first with parents before children; a post whose parent is missing starts a
// thread of its own. Steps stop at `deepest`, where the answered person is named instead.
export function buildThread(posts: readonly Post[], deepest: number): ThreadItem[] {
  const known = new Map(posts.map((post) => [post.id, post]))
  const children = new Map<Id | null, Post[]>()
  for (const post of posts) {
    const parent = post.parent_id !== null && known.has(post.parent_id) ? post.parent_id : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(post)
    else children.set(parent, [post])
  }

  const isRoot = (post: Post | undefined) => post && !known.has(post.parent_id ?? '')

  const items: ThreadItem[] = []
  // A stack of our own: a thread may be deeper than the call stack.
  const todo = (children.get(null) ?? [])
    .map((post) => ({ post, depth: 0, joined: false }))
    .reverse()
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { post, depth, joined } = next
    const replies = children.get(post.id) ?? []
    const chain = replies.length === 1
    const above = items.at(-1)?.post
    const parent = post.parent_id === null ? undefined : known.get(post.parent_id)
    const plain = depth === 1 && isRoot(parent)
    const named = parent && parent !== above && !plain
    items.push({ post, depth, joined, continues: chain, answers: named ? parent : null })
    const step = chain ? depth : Math.min(depth + 1, deepest)
    for (const reply of replies.toReversed()) todo.push({ post: reply, depth: step, joined: chain })
  }
  return items
}
