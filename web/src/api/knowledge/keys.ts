// What the answers of Knowledge are kept under. By itself: every screen's stream of news knows it.

export const articlesKey = ['articles'] as const
export const gapsKey = ['gaps'] as const
