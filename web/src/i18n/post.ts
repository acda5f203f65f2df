import { i18next } from '.'
import post from './en/post.json'

// What a post of a thread says around its words: it comes with the thread.
i18next.addResourceBundle('en', 'post', post)
