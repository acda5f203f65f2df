import styles from './brand-tile.module.css'
import { hueOf, initials } from './initials'

// A brand's sign: its initials on a colour of its own. The name always stands beside it, so it is silent.
export function BrandTile({
  workspace,
  size = 40,
}: {
  workspace: { id: string; name: string }
  size?: number
}) {
  const style = { '--size': `${size}px`, '--hue': hueOf(workspace.id) } as React.CSSProperties
  return (
    <span
      className={styles.tile}
      style={style}
      data-initials={initials(workspace.name)}
      aria-hidden
    />
  )
}
