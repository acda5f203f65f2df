// Where the operator runs an assistant: it proposes words to begin with. They go out only when they
// have become somebody's own, and the server holds to that.

import { Button } from '@mantine/core'
import { IconPencilQuestion } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/assist'
import { proposeDraft } from '@/api/conversations/propose'
import type { Id } from '@/api/types'
import { sayFailure } from '@/ui/toast'
import styles from './assist.module.css'

interface Props {
  conversation: Id
  post: Id
  text: string
  write: (text: string) => void
}

export default function Assist({ conversation, post, text, write }: Props) {
  const { t } = useTranslation('assist')
  const [model, setModel] = useState<string | null>(null)
  const asking = useMutation({ mutationFn: () => proposeDraft(conversation, post) })
  const isBlank = text.trim() === ''
  const latest = useRef({ post, text, write })
  latest.current = { post, text, write }
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  useEffect(() => {
    if (isBlank) setModel(null)
  }, [isBlank])

  const ask = async () => {
    try {
      const made = await asking.mutateAsync()
      // Another post is answered by now: these are no words for that.
      if (isGone.current || latest.current.post !== post) return
      // What was typed meanwhile stays where it is.
      const typed = latest.current.text
      latest.current.write(typed.trim() === '' ? made.text : `${typed}\n\n${made.text}`)
      setModel(made.model)
    } catch (problem) {
      if (latest.current.post === post) sayFailure(problem)
    }
  }
  return (
    <div className={styles.assist}>
      <p className={styles.note} role="status">
        {asking.isPending ? t('asking') : model && !isBlank ? t('proposed', { model }) : ''}
      </p>
      {isBlank && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={asking.isPending}
          leftSection={<IconPencilQuestion size={16} stroke={1.7} aria-hidden />}
          onClick={ask}
          data-testid="propose"
        >
          {t('ask')}
        </Button>
      )}
    </div>
  )
}
