// Telling everyone who raised a reason: a list of people, each answered in their own thread by one of
// us. Nothing is written or sent from here; who was told is worked out from what was said.

import { Button, Kbd } from '@mantine/core'
import { IconArrowLeft, IconUserCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  closeRemedy,
  remediesKey,
  remedyPeopleQuery,
  remedyQuery,
  reopenRemedy,
} from '@/api/remedies'
import { useMayWrite } from '@/api/session'
import type { Id, Remedy, RemedyPerson } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { offerUndo, sayFailure } from '@/ui/toast'
import { useShortcuts } from '@/ui/use-shortcuts'
import { When } from '@/ui/when'
import { InsightScreen } from '../insight-screen'
import { Coming } from '../summary'
import { PersonRow } from './person-row'
import styles from './remedies.module.css'
import { useSaid } from './use-said'

export default function RemedyScreen({ id }: { id: Id }) {
  const { t } = useTranslation('remedies')
  const remedy = useQuery(remedyQuery(id))
  const people = useInfiniteQuery(remedyPeopleQuery(id))
  useSaid()
  const name = remedy.data?.reason.name ?? ''
  return (
    <InsightScreen title={t('title', { name })} intro={t('personally')}>
      <Link to="/insights/reasons" search={{}} className={styles.back}>
        <IconArrowLeft size={17} stroke={1.8} aria-hidden />
        {t('back')}
      </Link>
      {remedy.isPending || people.isPending ? (
        <Coming />
      ) : remedy.data && people.data ? (
        <Known
          remedy={remedy.data}
          people={people.data.pages.flatMap((page) => page.items)}
          more={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
          isLoading={people.isFetchingNextPage}
        />
      ) : (
        <Failure
          error={remedy.error ?? people.error}
          retry={() => {
            void remedy.refetch()
            void people.refetch()
          }}
        />
      )}
    </InsightScreen>
  )
}

interface KnownProps {
  remedy: Remedy
  people: readonly RemedyPerson[]
  more?: () => void
  isLoading: boolean
}

const isWaiting = (one: RemedyPerson) => one.told === 'no' && !one.aside

function Known({ remedy, people, more, isLoading }: KnownProps) {
  const { t } = useTranslation('remedies')
  const mayWrite = useMayWrite()
  const answer = useAnswer()
  const next = mayWrite && !remedy.closed_at ? people.find(isWaiting) : undefined
  useShortcuts({ n: () => (next ? answer(next) : false) })
  return (
    <>
      <Facts remedy={remedy} />
      <div className={styles.actions}>
        {next && (
          <Button
            onClick={() => answer(next)}
            rightSection={
              <Kbd size="xs" aria-hidden>
                N
              </Kbd>
            }
          >
            {t('next', { name: next.account.name || next.account.handle })}
          </Button>
        )}
        {mayWrite && <CloseButton remedy={remedy} />}
      </div>
      {people.length === 0 ? (
        <section className={styles.card}>
          <Empty icon={<IconUserCheck size={26} stroke={1.6} />} title={t('empty.title')}>
            <p style={{ margin: 0 }}>{t('empty.body')}</p>
          </Empty>
        </section>
      ) : (
        <ul className={styles.people} aria-label={t('people')} data-testid="remedy-people">
          {people.map((person) => (
            <PersonRow
              key={person.person_id}
              remedy={remedy}
              person={person}
              mayWrite={mayWrite}
              onAnswer={answer}
            />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" onClick={more} loading={isLoading} mt={12}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

// Their thread, with the composer on what they said.
function useAnswer() {
  const navigate = useNavigate()
  return (person: RemedyPerson) =>
    void navigate({
      to: '/inbox/$conversationId',
      params: { conversationId: person.conversation_id },
      search: { view: 'all' },
      state: (before) => ({ ...before, answer: person.post_id }),
    })
}

function Facts({ remedy }: { remedy: Remedy }) {
  const { t } = useTranslation('remedies')
  const { people, told, aside } = remedy
  return (
    <div className={styles.facts}>
      <blockquote className={styles.what} dir="auto">
        {remedy.done}
      </blockquote>
      <p className={styles.quiet}>
        {t('by', { name: remedy.by.name })} <When at={remedy.at} /> · {t('since')}{' '}
        <When at={remedy.since} />
      </p>
      {remedy.article && (
        <p className={styles.quiet}>{t('article', { title: remedy.article.title })}</p>
      )}
      {people > 0 && (
        <>
          <p className={styles.sum} role="status" data-testid="remedy-sum">
            {told + aside === people && told > 0 ? t('all') : t('sum', { count: people, told })}{' '}
            {aside > 0 && t('asideSum', { count: aside })}
          </p>
          <div className={styles.bar} aria-hidden>
            <span style={{ width: `${(100 * told) / people}%` }} />
          </div>
        </>
      )}
      {!remedy.whole && <p className={styles.quiet}>{t('cut')}</p>}
      {remedy.closed_at && <p className={styles.quiet}>{t('isClosed')}</p>}
    </div>
  )
}

function CloseButton({ remedy }: { remedy: Remedy }) {
  const { t } = useTranslation('remedies')
  const cache = useQueryClient()
  const change = useMutation({
    mutationFn: (close: boolean) => (close ? closeRemedy(remedy.id) : reopenRemedy(remedy.id)),
    onSuccess: (_, close) => {
      void cache.invalidateQueries({ queryKey: remediesKey })
      if (close) offerUndo(t('closedNow'), () => change.mutate(false))
    },
    onError: sayFailure,
  })
  return (
    <Button
      variant="default"
      loading={change.isPending}
      onClick={() => change.mutate(!remedy.closed_at)}
    >
      {t(remedy.closed_at ? 'reopen' : 'close')}
    </Button>
  )
}
