-- What a whole team needs: pictures, quotes and reposts, muting and blocking, and all that a network
-- says of a post or an account beside its words.

alter table post add column our_repost text not null default '';
alter table post add column labels text not null default '';

alter table account add column muted_by_us smallint not null default 0;
alter table account add column blocked_by_us text not null default '';
alter table account add column blocks_us smallint not null default 0;
alter table account add column standing text not null default 'active';
alter table account add column labels text not null default '';

alter table channel add column images_max bigint not null default 4;
alter table channel add column image_bytes_max bigint not null default 1000000;

alter table act add column media text not null default '';
alter table act add column langs text not null default '';
alter table act add column card_url text not null default '';
alter table act add column card_read smallint not null default 0;
alter table act add column card_title text not null default '';
alter table act add column card_description text not null default '';
alter table act add column card_thumb_id bigint;

alter table draft add column media text not null default '';

-- Every filter of the list has an index that gives its pages in order. What has no place among the
-- leading columns stands behind them, so that a page passes over what it does not want without a
-- look at the rows.
drop index conversation_owner;
drop index conversation_owner_state;
drop index conversation_open_owner;
create index conversation_owner
  on conversation (workspace_id, owner_id, last_post_at, id, channel_id);
create index conversation_owner_state
  on conversation (workspace_id, owner_id, state, last_post_at, id, channel_id);
create index conversation_open_owner
  on conversation
  (workspace_id, owner_id, coalesce(waiting_since, last_post_at), id, channel_id)
  where state = 'open';
create index conversation_channel
  on conversation (workspace_id, channel_id, last_post_at, id, owner_id);
create index conversation_channel_state
  on conversation (workspace_id, channel_id, state, last_post_at, id, owner_id);
create index conversation_channel_open
  on conversation
  (workspace_id, channel_id, coalesce(waiting_since, last_post_at), id, owner_id)
  where state = 'open';

-- Acts that a list has to show: few beside all that were carried out.
create index act_open on act (workspace_id, conversation_id)
  where state in ('queued', 'sending', 'unknown', 'rejected');

create index act_retry on act (workspace_id, channel_id, not_before, id)
  where state in ('queued', 'unknown');

-- A thread in order, and what of it concerns us without a look at its rows.
drop index post_thread;
create index post_thread on post (workspace_id, conversation_id, created_at, id, address);

-- What a person said to us, what we answered and what they liked, without a look at all the rest
-- they ever said.
create index post_spoke on post (workspace_id, author_id, created_at, id)
  where address in ('branch', 'direct');
create index account_ours on account (workspace_id, id) where ours = 1;
drop index interaction_object;
create index interaction_pair on interaction (workspace_id, object_id, kind, actor_id, at);

-- The team over several workspaces: invitations, those who left, and where each login was last.

create table invitation (
  workspace_id bigint not null,
  id bigint not null,
  email text not null,
  role text not null,
  by_member_id bigint,
  secret_hash text not null,
  created_at bigint not null,
  expires_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, email)
);
create index invitation_secret on invitation (secret_hash);
create index invitation_by on invitation (workspace_id, by_member_id);

-- Apart from member, so that no query can take somebody who left for one who is here.
create table former_member (
  workspace_id bigint not null,
  id bigint not null,
  login_id bigint not null,
  name text not null,
  email text not null,
  role text not null,
  left_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, login_id)
);

create table login_place (
  login_id bigint not null primary key,
  workspace_id bigint not null,
  at bigint not null
);

create index session_member on session (workspace_id, member_id);
create index session_login on session (login_id);
create index draft_member on draft (workspace_id, by_member_id);

-- What a decision changed, so that it can be undone; and which decision an undo takes back.
alter table decision add column owner_before_id bigint;
alter table decision add column owner_after_id bigint;
alter table decision add column tag_id bigint;
alter table decision add column undoes_id bigint;

-- Tags. One that was removed or merged stays as a row until it is off every conversation; its folded
-- name then begins with a space, which no living one can.
create table tag (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  folded text not null,
  color text not null,
  created_at bigint not null,
  removed_at bigint,
  into_id bigint,
  primary key (workspace_id, id),
  unique (workspace_id, folded)
);
create index tag_removed on tag (removed_at, id) where removed_at is not null;

-- A conversation's tags, with a copy of what lists are read by: the page of a tag is in order, whether
-- the tag stands on three conversations of a million or on most of them.
create table conversation_tag (
  workspace_id bigint not null,
  conversation_id bigint not null,
  tag_id bigint not null,
  state text not null,
  owner_id bigint,
  channel_id bigint not null,
  wait_key bigint not null,
  last_post_at bigint not null,
  primary key (workspace_id, conversation_id, tag_id),
  foreign key (workspace_id, conversation_id) references conversation (workspace_id, id)
);
create index conversation_tag_open
  on conversation_tag (workspace_id, tag_id, wait_key, conversation_id) where state = 'open';
create index conversation_tag_open_owner
  on conversation_tag (workspace_id, tag_id, owner_id, wait_key, conversation_id)
  where state = 'open';
create index conversation_tag_recent
  on conversation_tag (workspace_id, tag_id, last_post_at, conversation_id);
create index conversation_tag_state
  on conversation_tag (workspace_id, tag_id, state, last_post_at, conversation_id);
create index conversation_tag_owner
  on conversation_tag (workspace_id, tag_id, owner_id, last_post_at, conversation_id);
create index conversation_tag_owner_state
  on conversation_tag (workspace_id, tag_id, owner_id, state, last_post_at, conversation_id);

-- How many conversations of each state have a tag, kept with every change.
create table tag_counter (
  workspace_id bigint not null,
  tag_id bigint not null,
  state text not null,
  total bigint not null,
  primary key (workspace_id, tag_id, state)
);

create table saved_view (
  workspace_id bigint not null,
  id bigint not null,
  by_member_id bigint not null,
  shared smallint not null,
  name text not null,
  place bigint not null,
  state text,
  owner text not null,
  owner_member_id bigint,
  channel_id bigint,
  tag_id bigint,
  words text not null,
  sort_order text not null,
  created_at bigint not null,
  primary key (workspace_id, id)
);
create index saved_view_member on saved_view (workspace_id, by_member_id, id);
create index saved_view_shared on saved_view (workspace_id, id) where shared = 1;

-- Where in a note a teammate is named.
create table note_mention (
  workspace_id bigint not null,
  note_id bigint not null,
  begin_at bigint not null,
  end_at bigint not null,
  member_id bigint not null,
  primary key (workspace_id, note_id, begin_at),
  foreign key (workspace_id, note_id) references note (workspace_id, id)
);

-- Conversations in which somebody was named: when last, and whether they have looked since.
create table member_mention (
  workspace_id bigint not null,
  conversation_id bigint not null,
  member_id bigint not null,
  last_at bigint not null,
  unread smallint not null,
  primary key (workspace_id, conversation_id, member_id),
  foreign key (workspace_id, conversation_id) references conversation (workspace_id, id)
);
create index member_mention_recent
  on member_mention (workspace_id, member_id, last_at, conversation_id);

create table mention_counter (
  workspace_id bigint not null,
  member_id bigint not null,
  unread bigint not null,
  primary key (workspace_id, member_id)
);

-- Uploaded pictures. The bytes are base64, which both engines keep the same way.
create table attachment (
  workspace_id bigint not null,
  id bigint not null,
  by_member_id bigint not null,
  mime text not null,
  width bigint not null,
  height bigint not null,
  size bigint not null,
  data text not null,
  created_at bigint not null,
  keep_until bigint,
  primary key (workspace_id, id)
);
create index attachment_unused on attachment (keep_until, id) where keep_until is not null;

-- A draft remembers who of ours speaks, and in which language.
alter table draft add column channel_id bigint;
alter table draft add column langs text not null default '';

-- Which of our accounts a post speaks to.
alter table post add column to_account_id bigint;

-- Channels beside its own that a conversation concerns: their accounts took part in it or were spoken
-- to. Keeps copies of what its lists are ordered and narrowed by, as a tag does.
create table also_concerns (
  workspace_id bigint not null,
  channel_id bigint not null,
  conversation_id bigint not null,
  state text not null,
  owner_id bigint,
  wait_key bigint not null,
  last_post_at bigint not null,
  primary key (workspace_id, channel_id, conversation_id)
);
create index also_concerns_conversation
  on also_concerns (workspace_id, conversation_id, channel_id);
create index also_concerns_open
  on also_concerns (workspace_id, channel_id, wait_key, conversation_id, owner_id)
  where state = 'open';
create index also_concerns_recent
  on also_concerns (workspace_id, channel_id, last_post_at, conversation_id, owner_id);
create index also_concerns_state
  on also_concerns (workspace_id, channel_id, state, last_post_at, conversation_id, owner_id);

-- How far back a channel is read beyond its first thirty days.
create table history_import (
  workspace_id bigint not null,
  channel_id bigint not null,
  state text not null,
  back_to bigint,
  reached bigint,
  posts bigint not null,
  note text not null,
  by_member_id bigint not null,
  started_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, channel_id)
);

-- What a member keeps for themselves, wherever they sit.
create table member_preference (
  workspace_id bigint not null,
  member_id bigint not null,
  name text not null,
  value text not null,
  primary key (workspace_id, member_id, name)
);
