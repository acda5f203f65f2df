-- What a brand listens for, and what was found.

-- Posts with ids below `below_id` are still to be matched. A removed one stays as a row until all it
-- found is gone.
create table monitor (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  query text not null,
  color text not null,
  paused smallint not null,
  by_member_id bigint not null,
  below_id bigint not null,
  created_at bigint not null,
  changed_at bigint not null,
  removed_at bigint,
  primary key (workspace_id, id)
);
create index monitor_behind on monitor (below_id, workspace_id, id)
  where below_id <> 0 and paused = 0 and removed_at is null;
create index monitor_removed on monitor (removed_at, workspace_id, id)
  where removed_at is not null;

create table monitor_post (
  workspace_id bigint not null,
  monitor_id bigint not null,
  said_at bigint not null,
  post_id bigint not null,
  spans text not null,
  primary key (workspace_id, monitor_id, said_at, post_id)
);
create index monitor_post_found on monitor_post (workspace_id, post_id, monitor_id);
create index monitor_post_recent on monitor_post (workspace_id, said_at, post_id);

-- Kept with every change, so that no page ever counts rows.
create table monitor_hour (
  workspace_id bigint not null,
  monitor_id bigint not null,
  hour bigint not null,
  total bigint not null,
  primary key (workspace_id, monitor_id, hour)
);
create index monitor_hour_time on monitor_hour (workspace_id, hour, monitor_id);

-- What was only heard stands in no list of the Inbox.
drop index conversation_recent;
drop index conversation_owner;
drop index conversation_channel;
create index conversation_recent on conversation (workspace_id, last_post_at, id)
  where state <> 'heard';
create index conversation_owner
  on conversation (workspace_id, owner_id, last_post_at, id, channel_id)
  where state <> 'heard';
create index conversation_channel
  on conversation (workspace_id, channel_id, last_post_at, id, owner_id)
  where state <> 'heard';

-- Stored history in the order it was said, for a monitor that is tried on it.
create index post_said on post (workspace_id, created_at, id);

-- Streams that all workspaces share. Spans of one never overlap; they may share an end.
create table stream (
  network text not null primary key,
  cursor_text text not null,
  read_to bigint,
  last_error text not null,
  last_error_at bigint,
  checked_at bigint
);
create table stream_span (
  network text not null,
  from_at bigint not null,
  to_at bigint not null,
  complete smallint not null,
  reason text not null,
  primary key (network, from_at)
);
create index stream_span_end on stream_span (network, to_at);
-- In which stretches of a stream a workspace was among those it was read for; the last may be open.
create table stream_listening (
  workspace_id bigint not null,
  network text not null,
  from_at bigint not null,
  to_at bigint,
  primary key (workspace_id, network, from_at)
);
create index stream_listening_open on stream_listening (network, workspace_id)
  where to_at is null;
-- Who knows a post or an account, of all workspaces: what is deleted on a network goes everywhere.
create index post_native on post (network, native_id);
create index account_native on account (network, native_id);

-- What networks' searches are asked for: of a gap, or of before a monitor was made.
create table backfill (
  workspace_id bigint not null,
  id bigint not null,
  channel_id bigint not null,
  monitor_id bigint,
  from_at bigint not null,
  to_at bigint not null,
  state text not null,
  at_monitor_id bigint not null,
  at_search bigint not null,
  cursor_text text not null,
  posts bigint not null,
  note text not null,
  by_member_id bigint not null,
  started_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, id)
);
create index backfill_running on backfill (workspace_id, channel_id, id) where state = 'running';

-- When somebody wants to be told of what a monitor hears, and what they were told.
create table alert_rule (
  workspace_id bigint not null,
  monitor_id bigint not null,
  kind text not null,
  app smallint not null,
  emails text not null,
  webhook text not null,
  sealed_secret text not null,
  handles text not null,
  by_member_id bigint not null,
  created_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, monitor_id, kind)
);
create table alert (
  workspace_id bigint not null,
  id bigint not null,
  monitor_id bigint not null,
  kind text not null,
  person_id bigint not null,
  at bigint not null,
  app smallint not null,
  says text not null,
  posts text not null,
  conversation_id bigint,
  primary key (workspace_id, id)
);
create index alert_told on alert (workspace_id, monitor_id, kind, person_id, at);
create index alert_newest on alert (workspace_id, monitor_id, kind, id);
create index alert_at on alert (at, workspace_id, id);
create index alert_conversation on alert (workspace_id, conversation_id)
  where conversation_id is not null;
create table alert_read (
  workspace_id bigint not null,
  member_id bigint not null,
  read_to bigint not null,
  primary key (workspace_id, member_id)
);
create table alert_delivery (
  workspace_id bigint not null,
  alert_id bigint not null,
  carrier text not null,
  address text not null,
  state text not null,
  attempts bigint not null,
  next_try_at bigint not null,
  error text not null,
  changed_at bigint not null,
  primary key (workspace_id, alert_id, carrier, address)
);
create index alert_delivery_due on alert_delivery (next_try_at, workspace_id, alert_id)
  where state = 'waiting';
