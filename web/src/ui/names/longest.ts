// Of a name as it is typed. The server counts what a reader sees as characters, takes 40 of them and
// says so; one of those may be written with several.
export const longest = 100
