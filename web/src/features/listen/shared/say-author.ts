import { t } from 'i18next'
import type { AccountRef } from '@/api/types'
import { networkName } from '@/ui/networks'

// Whom a post is by, in words. A stream names nobody until their profile is read.
export const sayAuthor = ({
  name,
  handle,
  network,
}: Pick<AccountRef, 'name' | 'handle' | 'network'>) =>
  name || handle || t('listen:heard.somebody', { network: networkName(network) })
