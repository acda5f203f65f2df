-- What people asked and no article answered, put together by what they asked. Learned anew from
-- time to time; a gap stays the same one as long as its questions do. `people`, `waiting` and
-- `posts` are of the last lesson, and of all its questions; the most central of them are kept.
create table gap (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  words text not null,
  language text not null,
  state text not null,
  article_id bigint,
  people bigint not null,
  waiting bigint not null,
  posts bigint not null,
  longest_wait bigint not null,
  first_at bigint not null,
  last_at bigint not null,
  primary key (workspace_id, id)
);
create table gap_post (
  workspace_id bigint not null,
  post_id bigint not null,
  gap_id bigint not null,
  place bigint not null,
  primary key (workspace_id, post_id)
);
create index gap_post_of on gap_post (workspace_id, gap_id, place);
-- When they were learned last, and what there was then: the newest post, and the state of the
-- articles (article_stamp).
create table gap_lesson (
  workspace_id bigint not null,
  learned_at bigint not null,
  newest_post_id bigint not null,
  article_stamp bigint not null,
  primary key (workspace_id)
);
