import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Post } from '@/api/types'

const PostMenuOpen = lazy(() => import('./post-menu-open'))

// What can be done about the one who speaks. It is rarely needed, so it comes when it is.
export function PostMenu({ author }: { author: Post['author'] }) {
  const { t } = useTranslation('inbox')
  const [wanted, setWanted] = useState(false)
  const button = (
    <ActionIcon
      size={32}
      aria-label={t('post.more', { name: author.name || author.handle })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <IconDots size={17} stroke={1.7} />
    </ActionIcon>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <PostMenuOpen author={author} />
    </Suspense>
  )
}
