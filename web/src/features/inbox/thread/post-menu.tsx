import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Id, Post } from '@/api/types'

const PostMenuOpen = lazy(() => import('./post-menu-open'))

// What is rarely done to a post, or about the one who speaks. It comes when it is needed.
export function PostMenu({ post, conversation }: { post: Post; conversation: Id }) {
  const { t } = useTranslation(['inbox', 'post'])
  const [wanted, setWanted] = useState(false)
  const { author } = post
  const button = (
    <ActionIcon
      size={32}
      aria-label={t('post:more', { name: author.name || author.handle })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <IconDots size={17} stroke={1.7} />
    </ActionIcon>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <PostMenuOpen post={post} conversation={conversation} />
    </Suspense>
  )
}
