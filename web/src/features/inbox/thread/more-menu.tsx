import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconNote, IconPrinter, IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation } from '@/api/types'
import { Tip } from '@/ui/tip'
import { useInboxActions } from '../inbox-context'

export const formats = ['md', 'txt', 'json'] as const

export const exportPath = (id: string, format: (typeof formats)[number], notes: boolean) =>
  `/api/conversations/${id}/export?format=${format}${notes ? '&notes=1' : ''}`

// What is done rarely: print it, take it elsewhere.
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['inbox', 'common'])
  const { ask } = useInboxActions()
  const mayWrite = useMayWrite()
  const [opened, setOpened] = useState(false)
  const [notes, setNotes] = useState(false)
  return (
    <Menu position="bottom-end" width={250} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tip label={t('common:more')} disabled={opened}>
          <ActionIcon size={40} aria-label={t('common:more')} data-testid="thread-more">
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        </Tip>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && (
          <Menu.Item
            leftSection={<IconTag size={18} stroke={1.6} aria-hidden />}
            onClick={() => ask('tag', [conversation])}
          >
            {t('tag.action')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
          // The menu must be gone before the page is drawn for paper.
          onClick={() => setTimeout(() => window.print(), 200)}
        >
          {t('print.action')}
        </Menu.Item>
        <Menu.Label>{t('export.title')}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportPath(conversation.id, format, notes)}
            download
            leftSection={<IconDownload size={18} stroke={1.6} aria-hidden />}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
        {mayWrite && (
          <Menu.Item
            role="menuitemcheckbox"
            aria-checked={notes}
            closeMenuOnClick={false}
            leftSection={<IconNote size={18} stroke={1.6} aria-hidden />}
            rightSection={notes ? '✓' : undefined}
            onClick={() => setNotes(!notes)}
          >
            {t('export.notes')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
