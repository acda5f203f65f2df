import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayManage, useMayWrite } from '@/api/session'
import { MergeForm, NamedRow, RenameForm } from '@/ui/names'
import { say } from '@/ui/toast'

interface Named {
  name: string
}

interface Props {
  name: string
  others: readonly { id: string; name: string }[]
  // What is counted under these names, and to be read again.
  queryKey: readonly string[]
  words: {
    menu: string
    mergeHint: string
    renamed: (name: string) => string
    merged: (into: string) => string
  }
  onRename: (name: string) => Promise<Named>
  onMerge: (into: string) => Promise<Named>
  // What stands beside the name.
  children?: ReactNode
}

// What the team calls a reason or a topic: renamed by who writes, merged by who manages.
export function OwnName({ name, others, queryKey, words, onRename, onMerge, children }: Props) {
  const { t } = useTranslation('names')
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const again = useAgain(queryKey)
  const rename = (done: () => void) => (
    <RenameForm
      name={name}
      onSave={onRename}
      onSaved={(saved) => {
        done()
        again(words.renamed(saved.name))
      }}
      onCancel={done}
    />
  )
  const merge = (done: () => void) => (
    <MergeForm
      hint={words.mergeHint}
      others={others}
      onMerge={onMerge}
      onMerged={(kept) => {
        done()
        again(words.merged(kept.name))
      }}
      onCancel={done}
    />
  )
  return (
    <NamedRow
      menu={words.menu}
      acts={[
        mayWrite && { say: t('rename'), form: rename },
        mayManage && others.length > 0 && { say: t('merge'), form: merge },
      ]}
    >
      <bdi>{name}</bdi>
      {children}
    </NamedRow>
  )
}

// Says what was done and reads again what it changed.
export function useAgain(queryKey: readonly string[]) {
  const cache = useQueryClient()
  return (words: string) => {
    say(words)
    void cache.invalidateQueries({ queryKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
}
