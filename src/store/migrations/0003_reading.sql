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
alter table saved_view add column needs_reply smallint;
alter table saved_view add column urgent smallint not null default 0;
