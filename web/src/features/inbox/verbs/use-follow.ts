import { useMutation, useQueryClient } from '@tanstack/react-query'
import { follow, personQuery, unfollow } from '@/api/people'
import type { Id, PersonAccount } from '@/api/types'
import { sayFailure } from '@/ui/toast'

// Follows or unfollows one account of a person; the button turns at once.
export function useFollow(person: Id) {
  const cache = useQueryClient()
  const { queryKey } = personQuery(person)
  return useMutation({
    mutationFn: ({ account, as }: { account: PersonAccount; as?: Id }) =>
      account.followed === 'no' ? follow(person, account.id, as) : unfollow(person, account.id),
    onMutate: async ({ account }) => {
      await cache.cancelQueries({ queryKey })
      setFollowed(account.id, account.followed === 'no' ? 'pending' : 'no')
    },
    onError: (error, { account }) => {
      setFollowed(account.id, account.followed)
      sayFailure(error)
    },
  })

  function setFollowed(id: Id, followed: PersonAccount['followed']) {
    cache.setQueryData(
      queryKey,
      (card) =>
        card && {
          ...card,
          accounts: card.accounts.map((account) =>
            account.id === id ? { ...account, followed } : account,
          ),
        },
    )
  }
}
