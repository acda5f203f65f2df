import { useMayWrite } from '@/api/session'
import type { Conversation, Post } from '@/api/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import type { Reply } from '../composer/use-reply'
import { useInbox } from '../inbox-context'
import { focusRow } from '../list/focus-row'
import { useLike } from '../verbs/use-like'
import { useRepost } from '../verbs/use-repost'

// The keys that answer, and those that walk from post to post.
export function useThreadKeys(
  conversation: Conversation,
  posts: readonly Post[],
  reply: Reply,
  quote: (post: Post) => void,
): void {
  const { close, selected } = useInbox()
  const like = useLike(conversation.id)
  const repost = useRepost(conversation.id)
  const mayWrite = useMayWrite()
  const mayAnswer = mayWrite && conversation.channel.limits.text_max > 0

  const focused = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-post-id]')?.dataset.postId
    return posts.find((post) => post.id === id)
  }
  // The post a key is about: the one in focus, else the one that is answered.
  const meant = () => {
    const post =
      focused() ?? posts.find((one) => one.id === (reply.target ?? conversation.answer_to))
    return mayAnswer && post && !post.deleted_at ? post : undefined
  }
  const walk = (step: 1 | -1) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-post-id]')]
    const here = document.activeElement?.closest<HTMLElement>('[data-post-id]')
    const at = here
      ? all.indexOf(here) + step
      : all.findIndex((one) => one.dataset.postId === conversation.answer_to)
    const next = all[Math.max(0, Math.min(at, all.length - 1))]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }

  const inList = () => document.activeElement?.closest('[data-conversation-id]') !== null

  useShortcuts({
    r: () => (mayAnswer ? reply.answer(focused()?.id) : false),
    n: () => (mayWrite ? reply.note() : false),
    l: () => {
      const post = meant()
      if (post && !post.author.ours) like.mutate({ post })
    },
    b: () => {
      const post = meant()
      if (post) repost.mutate({ post })
    },
    q: () => {
      const post = meant()
      if (post) quote(post)
    },
    // In the list these tick rows.
    J: () => (inList() ? false : walk(1)),
    K: () => (inList() ? false : walk(-1)),
    Escape: (event) => {
      const field = event.target as HTMLElement
      if (field.matches('textarea, input') || field.isContentEditable) field.blur()
      else if (selected.size > 0) return false
      else {
        close()
        // Back where one came from, unless one stands there.
        if (!inList()) focusRow(conversation.id)
      }
    },
  })
}
