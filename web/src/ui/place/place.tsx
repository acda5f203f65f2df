// A place of the app with several screens: what it is called, the way to its others, and what can be done here.

import { type ReactNode, useEffect, useRef } from 'react'
import styles from './place.module.css'

// Of a link to another screen of the place, and of a number beside its word.
export const placeLink = styles.place
export const placeBadge = styles.badge

interface Props {
  // What its screens are together.
  name: string
  links: ReactNode
  title: string
  intro?: string
  // What can be done here, beside the title.
  tools?: ReactNode
  // What is edited needs the room.
  wide?: boolean
  // The title stands on the screen already.
  quiet?: boolean
  children: ReactNode
}

export function Place({ name, links, title, intro, tools, wide, quiet, children }: Props) {
  const places = useRef<HTMLElement>(null)
  // On a phone they may be more than fit, the more so once a number stands beside one.
  useEffect(() => {
    const nav = places.current
    if (!nav) return
    // Sideways alone: the page stays where it is read.
    const show = () => {
      const here = nav.querySelector('[data-status="active"]')
      if (here) nav.scrollLeft += middleOf(here) - middleOf(nav)
    }
    const watch = new ResizeObserver(show)
    for (const link of nav.children) watch.observe(link)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={styles.screen} data-scrolls>
      <div className={styles.column} data-wide={wide || undefined}>
        <nav ref={places} className={styles.places} aria-label={name}>
          {links}
        </nav>
        <header className={quiet ? styles.hidden : styles.header}>
          <div>
            <h1 className={styles.title} tabIndex={-1}>
              <bdi>{title}</bdi>
            </h1>
            {intro && <p className={styles.intro}>{intro}</p>}
          </div>
          {tools && <div className={styles.tools}>{tools}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect()
  return left + width / 2
}
