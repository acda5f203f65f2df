import { IconPhoto, IconPlayerPlay } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Media } from '@/api/types'
import { safeUrl } from '@/ui/networks'
import { LinkCard, linkCardClass } from './link-card'
import styles from './post-media.module.css'

const Lightbox = lazy(() => import('./lightbox'))

export function PostMedia({ media }: { media: readonly Media[] }) {
  const pictures = media.filter((one) => one.kind !== 'link')
  const images = pictures.filter((one) => one.kind === 'image')
  const [open, setOpen] = useState<number | null>(null)
  const links = media.filter((one) => one.kind === 'link')
  return (
    <>
      {pictures.length > 0 && (
        <div className={styles.pictures} data-many={pictures.length > 1 || undefined}>
          {pictures.map((one, index) => (
            <Picture
              // Ours have another address once the network has them: the frame, and the focus in it, stay.
              // biome-ignore lint/suspicious/noArrayIndexKey: the pictures of a post never move
              key={index}
              media={one}
              single={pictures.length === 1}
              onOpen={one.kind === 'image' ? () => setOpen(images.indexOf(one)) : undefined}
            />
          ))}
        </div>
      )}
      {links.map((one) => (
        <Link key={one.url} media={one} />
      ))}
      {open !== null && (
        <Suspense>
          <Lightbox images={images} start={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}

// The frame has its size before the picture is there, so that nothing below it moves.
function Picture({
  media,
  single,
  onOpen,
}: {
  media: Media
  single: boolean
  onOpen?: () => void
}) {
  const { t } = useTranslation(['inbox', 'post'])
  const [brokenSource, setBrokenSource] = useState<string>()
  const source = media.thumb_url ?? (media.kind === 'image' ? media.url : null)
  const broken = source === brokenSource
  const href = safeUrl(media.url)
  const frame = (
    <>
      {source && !broken ? (
        <img
          src={source}
          alt={media.alt || t('post:noAlt')}
          loading="lazy"
          decoding="async"
          onError={() => setBrokenSource(source)}
        />
      ) : (
        <span className={styles.broken}>
          <IconPhoto size={22} stroke={1.5} aria-hidden />
          {media.alt || t('post:noPicture')}
        </span>
      )}
      {media.kind === 'video' && (
        <span className={styles.play}>
          <IconPlayerPlay size={22} role="img" aria-label={t('post:video')} />
        </span>
      )}
    </>
  )
  // A picture that stands alone keeps its shape, within reason.
  const shape =
    single && media.width && media.height
      ? { aspectRatio: Math.min(2.4, Math.max(0.8, media.width / media.height)) }
      : undefined
  if (onOpen && source && !broken) {
    return (
      <button
        type="button"
        className={styles.picture}
        style={shape}
        aria-label={t('post:enlarge', { alt: media.alt || t('post:noAlt') })}
        data-alt={media.alt ? t('post:alt') : undefined}
        data-testid="enlarge"
        onClick={onOpen}
      >
        {frame}
      </button>
    )
  }
  return href ? (
    <a className={styles.picture} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {frame}
    </a>
  ) : (
    <span className={styles.picture}>{frame}</span>
  )
}

function Link({ media }: { media: Media }) {
  const href = safeUrl(media.url)
  if (!href) return null
  return (
    <a className={linkCardClass} href={href} target="_blank" rel="noopener noreferrer nofollow">
      <LinkCard
        url={href}
        title={media.title ?? ''}
        description={media.description ?? ''}
        thumb={media.thumb_url}
      />
    </a>
  )
}
