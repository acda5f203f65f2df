import { Button } from '@mantine/core'
import { IconBan, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAccount } from '@/api/types'
import { Tip } from '@/ui/tip'
import SilenceDialog from '../dialogs/silence-dialog'
import { useSilence } from '../verbs/use-silence'
import { useUs } from './use-us'

// Mute and block, each with what it does; what stands can be taken back in the same place.
export default function SilenceButtons({ account }: { account: PersonAccount }) {
  const { t } = useTranslation('inbox')
  const silence = useSilence(account)
  const us = useUs(account.network)
  const [asking, setAsking] = useState<'mute' | 'block'>()
  const muted = account.muted !== 'no'
  const blocked = account.blocked !== 'no'
  return (
    <>
      <Tip label={t(muted ? 'silence.unmuteMeans' : 'silence.muteMeans')}>
        <Button
          size="compact-md"
          variant={muted ? 'light' : 'default'}
          aria-pressed={muted}
          loading={account.muted === 'pending'}
          leftSection={
            muted ? <IconVolume size={16} stroke={1.8} /> : <IconVolumeOff size={16} stroke={1.8} />
          }
          onClick={() => (muted ? silence.mutate({ verb: 'unmute' }) : setAsking('mute'))}
        >
          {t(muted ? 'silence.unmuteShort' : 'silence.muteShort')}
        </Button>
      </Tip>
      <Button
        size="compact-md"
        variant={blocked ? 'light' : 'default'}
        aria-pressed={blocked}
        loading={account.blocked === 'pending'}
        leftSection={<IconBan size={16} stroke={1.8} />}
        onClick={() => (blocked ? silence.mutate({ verb: 'unblock' }) : setAsking('block'))}
      >
        {t(blocked ? 'silence.unblockShort' : 'silence.blockShort')}
      </Button>
      {asking && (
        <SilenceDialog
          verb={asking}
          account={account}
          us={us}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
