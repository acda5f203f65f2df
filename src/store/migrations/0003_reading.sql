-- What the engine understood of posts, kept beside them: lists are filtered and ordered by it.

-- The words in `gist` are those of store/sql/packing.h. Evidence is not kept: whoever shows a post
-- reads it again, in microseconds.
create table reading (
  workspace_id bigint not null,
  post_id bigint not null,
  stamp bigint not null,
  language text not null,
  gist text not null,
  emotion text,
  toxicity bigint,
  said_at bigint not null,
  primary key (workspace_id, post_id)
);

-- Which posts tell of a reason, by when they were said.
create table post_reason (
  workspace_id bigint not null,
  reason text not null,
  said_at bigint not null,
  post_id bigint not null,
  primary key (workspace_id, reason, said_at, post_id)
);

-- What a workspace's posts are about, learned from them, and which are about it. Merged ones go.
create table topic (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  terms text not null,
  merged smallint not null,
  place bigint not null,
  primary key (workspace_id, id)
);
create table post_topic (
  workspace_id bigint not null,
  topic_id bigint not null,
  said_at bigint not null,
  post_id bigint not null,
  primary key (workspace_id, topic_id, said_at, post_id)
);

-- When they were learned last, and how many conversations there were then.
create table topic_lesson (
  workspace_id bigint not null,
  learned_at bigint not null,
  conversations bigint not null,
  primary key (workspace_id)
);

-- How far earlier posts were read with the reader of this stamp, from the newest down.
create table reading_walk (
  workspace_id bigint not null,
  stamp bigint not null,
  below_id bigint not null,
  primary key (workspace_id)
);

-- Where a conversation stands in the order of what matters: its rank, then who waits longest. Only
-- kept of open ones.
alter table conversation add column reading text;
alter table conversation add column matters bigint not null default 0;
update conversation set matters = 200000000000000000 + coalesce(waiting_since, last_post_at)
  where state = 'open';
create index conversation_matters on conversation (workspace_id, matters, id)
  where state = 'open';
create index conversation_owner_matters on conversation (workspace_id, owner_id, matters, id)
  where state = 'open';

-- A saved view can ask for what was read, too.
alter table saved_view add column sentiment text;
alter table saved_view add column intent text;
alter table saved_view add column reason text not null default '';
alter table saved_view add column topic_id bigint;
alter table saved_view add column needs_reply smallint;
alter table saved_view add column urgent smallint not null default 0;

-- What members said of readings: of each part of a post's reading the latest word. A labelled
-- example, kept also after it was taken back.
create table correction (
  workspace_id bigint not null,
  post_id bigint not null,
  part text not null,
  was text not null,
  corrected_to text not null,
  by_member_id bigint not null,
  at bigint not null,
  undone_at bigint,
  primary key (workspace_id, post_id, part)
);
create index correction_standing on correction (workspace_id, at, post_id, part)
  where undone_at is null;
create index correction_undone on correction (workspace_id, undone_at, at)
  where undone_at is not null;

-- Reasons of a workspace that are not as the starter taxonomy has them: renamed, merged or added.
create table reason (
  workspace_id bigint not null,
  key text not null,
  name text not null,
  merged_into text not null,
  created_at bigint not null,
  primary key (workspace_id, key)
);

-- What the engine learned from a workspace's corrections, and whether it is better with it: shares
-- of right decisions on held-out posts, in thousandths.
create table learning (
  workspace_id bigint not null,
  wanted smallint not null,
  better smallint not null,
  learned text not null,
  trained_at bigint,
  examples bigint not null,
  corrections bigint not null,
  right_before bigint not null,
  right_after bigint not null,
  primary key (workspace_id)
);
