import {
  IconBox,
  IconBrandBluesky,
  IconBrandMastodon,
  IconRss,
  IconWorld,
} from '@tabler/icons-react'
import { networkName } from './networks'

const glyphs: Record<string, typeof IconWorld> = {
  bluesky: IconBrandBluesky,
  feed: IconRss,
  mastodon: IconBrandMastodon,
  sandbox: IconBox,
}

// A network is recognised by its glyph; `labelled` says its name where no word stands beside it.
export function NetworkGlyph({
  network,
  size = 16,
  labelled,
}: {
  network: string
  size?: number
  labelled?: boolean
}) {
  const Glyph = glyphs[network] ?? IconWorld
  return labelled ? (
    <Glyph size={size} stroke={1.8} role="img" aria-label={networkName(network)} />
  ) : (
    <Glyph size={size} stroke={1.8} aria-hidden />
  )
}
