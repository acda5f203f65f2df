import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { block, mute, personQuery, unblock, unmute } from '@/api/people'
import type { AccountRef, Act } from '@/api/types'
import { offerUndo, say, sayFailure } from '@/ui/toast'

export interface Silenced {
  verb: 'mute' | 'unmute' | 'block' | 'unblock'
  reason?: string
}

// Mutes or blocks an account, or hears it again. A mute can be taken back right away; so can a block.
export function useSilence(account: Pick<AccountRef, 'id' | 'person_id' | 'handle'>) {
  const cache = useQueryClient()
  const { t } = useTranslation('acts')
  const { id, person_id: person, handle } = account
  const run = ({ verb, reason = '' }: Silenced): Promise<Act> =>
    verb === 'mute' || verb === 'block'
      ? { mute, block }[verb](person, id, reason)
      : { unmute, unblock }[verb](person, id)
  const words = {
    mute: t('mute.done', { handle }),
    unmute: t('mute.undone', { handle }),
    block: t('block.done', { handle }),
    unblock: t('block.undone', { handle }),
  }
  const silence = useMutation({
    mutationFn: run,
    onSuccess: (_act, { verb }) => {
      if (verb === 'mute') offerUndo(words.mute, () => silence.mutate({ verb: 'unmute' }))
      else say(words[verb])
    },
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: personQuery(person).queryKey }),
  })
  return silence
}
