// Anything, by a few letters: what can be done now, where one can go, who said what.

import { Kbd, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  Fragment,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '@/api/http'
import type { ConversationRow, Page } from '@/api/types'
import { type Command, offeredCommands } from '@/ui/commands'
import { fuzzy } from '@/ui/fuzzy'
import { sayCovered } from '@/ui/labels'
import { recentlyOpened } from '@/ui/recent'
import styles from './palette.module.css'
// Comes along: what the shell offers is made by it.
import './places'

const mostShown = 40

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // The browser's own: it is there, with the focus in it, within the key press that asks for it.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const close = () => {
    dialog.current?.close()
    onClose()
  }
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const offered = useOffered()
  const recent = useRecent()
  const found = useFound(typed)

  const shown = useMemo(() => {
    const words = typed.trim()
    if (words === '') {
      // What one works on, where one was, where one could go.
      const about = offered.filter((command) => command.id.startsWith('row-'))
      const others = offered.filter((command) => !command.id.startsWith('row-'))
      return [...about.slice(0, 5), ...recent, ...others].slice(0, mostShown)
    }
    const fits = [...offered, ...recent]
      .map((command) => ({
        command,
        score: fuzzy(words, `${command.title} ${command.words ?? ''}`),
      }))
      .filter((one): one is { command: Command; score: number } => one.score !== null)
      .toSorted((a, b) => b.score - a.score)
      .map((one) => one.command)
    return [...byGroup(fits.slice(0, mostShown)), ...found]
  }, [typed, offered, recent, found])
  const active = Math.min(at, shown.length - 1)

  const run = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown.length > 0) {
      event.preventDefault()
      const next = (active + step + shown.length) % shown.length
      setAt(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(shown[active])
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      close()
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does it by key
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette.title')}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      // Beside it: the dialog itself is covered by what is in it.
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
    >
      <div>
        <input
          className={styles.field}
          type="text"
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          data-testid="palette"
        />
        <div id={listId} role="listbox" aria-label={t('palette.title')} className={styles.list}>
          {shown.map((command, index) => (
            <Fragment key={command.id}>
              {command.group !== shown[index - 1]?.group && (
                <div className={styles.group} aria-hidden>
                  {command.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keys */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus */}
              <div
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles.option}
                onClick={() => run(command)}
              >
                <span className={styles.title}>{command.title}</span>
                <VisuallyHidden>, {command.group}</VisuallyHidden>
                {command.key && <Kbd size="xs">{command.key}</Kbd>}
              </div>
            </Fragment>
          ))}
        </div>
        {shown.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
      </div>
    </dialog>
  )
}

function useOffered(): Command[] {
  const [commands, setCommands] = useState<Command[]>([])
  useEffect(() => {
    let gone = false
    void offeredCommands().then((all) => {
      if (!gone) setCommands(all)
    })
    return () => {
      gone = true
    }
  }, [])
  return commands
}

function useRecent(): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return useMemo(
    () =>
      recentlyOpened().map((one) => ({
        id: `recent-${one.id}`,
        group: t('palette.recent'),
        title: one.name,
        run: () =>
          void navigate({ to: '/inbox/$conversationId', params: { conversationId: one.id } }),
      })),
    [t, navigate],
  )
}

// Conversations in which the words were said, the newest first, under the name of who says them.
function useFound(typed: string): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [words] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    queryKey: ['palette', words],
    queryFn: ({ signal }) =>
      request<Page<ConversationRow>>('GET', '/api/conversations', {
        query: { state: 'all', q: words, limit: 8 },
        signal,
      }),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  if (words.length < 2 || typed.trim().length < 2) return []
  return (data?.items ?? []).map((row) => ({
    id: `found-${row.id}`,
    group: t('palette.said'),
    title: `${row.lead.name || row.lead.handle}: ${sayCovered(row.excerpt, row.excerpt_labels).slice(0, 90)}`,
    run: () => void navigate({ to: '/inbox/$conversationId', params: { conversationId: row.id } }),
  }))
}

// The groups in the order of their best entry.
function byGroup(commands: readonly Command[]): Command[] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const known = groups.get(command.group)
    if (known) known.push(command)
    else groups.set(command.group, [command])
  }
  return [...groups.values()].flat()
}
