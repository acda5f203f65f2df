import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { coachRulesQuery, voiceQuery } from '@/api/coaching'
import { useMay } from '@/api/session'
import type { CoachRule, Voice, VoiceBody } from '@/api/types'
import { Failure } from '@/ui/failure'
import { useEdits } from '@/ui/use-edits'
import settings from '../settings.module.css'
import { Rules } from './rules'
import { TryOut } from './try-out'
import { VoiceForm } from './voice-form'

// How the brand speaks, what the coach makes of it, and a place to try both.
export function VoicePage() {
  const { t } = useTranslation(['voice', 'common'])
  const voice = useQuery(voiceQuery)
  const rules = useQuery(coachRulesQuery)
  const failed = [voice, rules].find(({ isError, data }) => isError && !data)
  return (
    <>
      <h2 className={settings.title}>{t('title')}</h2>
      <p className={settings.intro}>{t('intro')}</p>
      {failed ? (
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      ) : voice.data && rules.data ? (
        <Cards voice={voice.data} rules={rules.data.rules} />
      ) : (
        <div role="status" aria-label={t('common:loading')}>
          <Skeleton height={420} radius={14} mb={16} />
          <Skeleton height={320} radius={14} />
        </div>
      )}
    </>
  )
}

function Cards({ voice, rules }: { voice: Voice; rules: CoachRule[] }) {
  const may = useMay('manage_workspace')
  const edits = useEdits('voice', bodyOf(voice))
  return (
    <>
      <VoiceForm voice={voice} edits={edits} may={may} />
      <TryOut voice={edits.now} rules={rules} />
      <Rules rules={rules} may={may} />
    </>
  )
}

function bodyOf({ changed_by: _by, changed_at: _at, ...body }: Voice): VoiceBody {
  return body
}
