-- What helps to answer well.

-- How a brand speaks, and which of the coach's rules it follows.

-- What it knows: articles of its own and resources elsewhere, and where they were used.

-- Where people read it, and which questions have no article.

-- What was solved, for what reason, and who is to be told.
