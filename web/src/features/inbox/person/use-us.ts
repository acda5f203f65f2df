import { useQuery } from '@tanstack/react-query'
import { channelsQuery } from '@/api/channels'

// Our handle on a network: that of the account that acts there unless another is chosen.
export function useUs(network: string): string {
  const { data: channels = [] } = useQuery(channelsQuery)
  const ours = channels.filter((one) => one.network === network && one.state !== 'disconnected')
  return ours[0]?.account.handle ?? ''
}
