import { Modal, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NetworkGlyph } from '@/ui/network-glyph'
import { networkName } from '@/ui/networks'
import { useFocusReturn } from '@/ui/use-focus-return'
import { ConnectBluesky } from './connect-bluesky'
import styles from './connect-dialog.module.css'
import { ConnectMastodon } from './connect-mastodon'

// Each network asks for what it needs: a form of its own.
const forms = { bluesky: ConnectBluesky, mastodon: ConnectMastodon }
type Network = keyof typeof forms

export default function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  useFocusReturn()
  const [network, setNetwork] = useState<Network>('bluesky')
  const Form = forms[network]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connect.title')}
      size={460}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div>
        <fieldset className={styles.networks}>
          <VisuallyHidden component="legend">{t('connect.network')}</VisuallyHidden>
          {(Object.keys(forms) as Network[]).map((one) => (
            <label key={one} className={styles.network}>
              <input
                type="radio"
                name="network"
                value={one}
                checked={network === one}
                onChange={() => setNetwork(one)}
              />
              <NetworkGlyph network={one} size={20} />
              {networkName(one)}
            </label>
          ))}
        </fieldset>
      </div>
      <Form onClose={onClose} />
    </Modal>
  )
}
