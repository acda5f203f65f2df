import { useState } from 'react'
import styles from './avatar.module.css'
import { hueOf, initials } from './initials'
import { NetworkGlyph } from './network-glyph'

interface Props {
  name: string
  // What the colour is chosen by, so that a new display name does not make a stranger.
  seed: string
  url?: string | null
  size?: number
  // The brand's own face stands out from the people it talks to.
  ours?: boolean
  // Shows the network's glyph on the corner.
  network?: string
}

// A face, or initials where there is none. The name always stands beside it, so it is silent.
export function Avatar({ name, seed, url, size = 36, ours, network }: Props) {
  const [broken, setBroken] = useState(false)
  const style = { '--size': `${size}px`, '--hue': hueOf(seed) } as React.CSSProperties
  return (
    <span className={styles.avatar} style={style} data-ours={ours || undefined} aria-hidden>
      {url && !broken ? (
        <img src={url} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
      ) : (
        <span className={styles.initials} data-initials={initials(name, size < 24 ? 1 : 2)} />
      )}
      {network && (
        <span className={styles.corner}>
          <NetworkGlyph network={network} size={12} />
        </span>
      )}
    </span>
  )
}
