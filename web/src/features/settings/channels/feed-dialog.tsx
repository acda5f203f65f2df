import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFeed, channelsQuery, findFeeds } from '@/api/channels'
import type { FoundSource } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { say } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import settings from '../settings.module.css'
import styles from './connect-dialog.module.css'

// A person types a website; where it has several feeds, they choose one.
export default function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  useFocusReturn()
  const cache = useQueryClient()
  const [address, setAddress] = useState('')
  const [found, setFound] = useState<FoundSource[]>([])
  const [chosen, setChosen] = useState('')
  const add = useMutation({
    mutationFn: addFeed,
    onSuccess: (channel) => {
      say(t('feed.done', { name: channel.account.name || channel.account.handle }))
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onClose()
    },
  })
  const find = useMutation({
    mutationFn: findFeeds,
    onSuccess: (feeds) => {
      const [first] = feeds
      if (!first) return
      if (feeds.length === 1) return add.mutate(first.address)
      setFound(feeds)
      setChosen(first.address)
    },
  })
  const error = add.error ?? find.error
  const problem = formError(error, ['address'])
  const choosing = found.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.reset()
    if (choosing) add.mutate(chosen)
    else find.mutate(address.trim())
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('feed.title')}
      size={460}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={settings.form} onSubmit={submit}>
        <p className={styles.intro}>{t('feed.intro')}</p>
        <TextInput
          label={t('feed.address')}
          placeholder={t('feed.addressExample')}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value)
            setFound([])
          }}
          error={fieldError(error, 'address')}
        />
        {choosing && (
          <Radio.Group
            label={t('feed.choose')}
            description={t('feed.chooseHint')}
            value={chosen}
            onChange={setChosen}
          >
            {found.map((one) => (
              <Radio
                key={one.address}
                mt="xs"
                value={one.address}
                label={`${one.title || one.address} (${one.format})`}
                description={one.title ? one.address : undefined}
                styles={{ body: { overflowWrap: 'anywhere' } }}
              />
            ))}
          </Radio.Group>
        )}
        {problem && (
          <p role="alert" className={settings.error}>
            {problem}
          </p>
        )}
        <div className={settings.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={find.isPending || add.isPending}>
            {t(choosing ? 'feed.go' : 'feed.find')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
