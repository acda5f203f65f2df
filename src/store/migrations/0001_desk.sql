-- The desk: who works here, what was said to us, and what we did about it.
--
-- Every table but workspace, login, session and event begins with workspace_id, which is part of its
-- primary and unique keys, so that tenants can be spread over machines without a redesign. Times are
-- UTC microseconds. 64-bit columns say bigint, which every engine takes at its word. Yes and no are
-- 1 and 0. Lists are compact JSON, empty when there is nothing.

create table workspace (
  id bigint not null primary key,
  name text not null,
  created_at bigint not null
);

create table login (
  id bigint not null primary key,
  email text not null unique,
  password_hash text not null,
  created_at bigint not null
);

create table member (
  workspace_id bigint not null,
  id bigint not null,
  login_id bigint not null,
  name text not null,
  email text not null,
  role text not null,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, login_id)
);
create index member_login on member (login_id, id);
create index member_role on member (role);

create table session (
  token_hash text not null primary key,
  login_id bigint not null,
  workspace_id bigint not null,
  member_id bigint not null,
  csrf text not null,
  created_at bigint not null,
  expires_at bigint not null
);
create index session_expiry on session (expires_at);

create table token (
  workspace_id bigint not null,
  id bigint not null,
  member_id bigint not null,
  name text not null,
  token_hash text not null,
  created_at bigint not null,
  last_used_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);
create index token_secret on token (token_hash);
create index token_member on token (workspace_id, member_id, id);

create table audit (
  workspace_id bigint not null,
  id bigint not null,
  by_member_id bigint,
  verb text not null,
  object text not null,
  detail text not null,
  at bigint not null,
  primary key (workspace_id, id)
);
create index audit_time on audit (workspace_id, at, id);

create table channel (
  workspace_id bigint not null,
  id bigint not null,
  network text not null,
  account_id bigint not null,
  native_id text not null,
  handle text not null,
  service text not null,
  state text not null,
  error text not null,
  sealed_secret text not null,
  text_max bigint not null,
  text_unit text not null,
  connected_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, network, native_id)
);

create table coverage_source (
  workspace_id bigint not null,
  channel_id bigint not null,
  source text not null,
  cursor_text text not null,
  read_to bigint,
  last_error text not null,
  last_error_at bigint,
  checked_at bigint,
  primary key (workspace_id, channel_id, source),
  foreign key (workspace_id, channel_id) references channel (workspace_id, id)
);

-- Spans of one source never overlap; they may share an end.
create table coverage_span (
  workspace_id bigint not null,
  channel_id bigint not null,
  source text not null,
  from_at bigint not null,
  to_at bigint not null,
  complete smallint not null,
  reason text not null,
  primary key (workspace_id, channel_id, source, from_at),
  foreign key (workspace_id, channel_id) references channel (workspace_id, id)
);

create table person (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  created_at bigint not null,
  primary key (workspace_id, id)
);

create table account (
  workspace_id bigint not null,
  id bigint not null,
  network text not null,
  native_id text not null,
  handle text not null,
  name text not null,
  bio text not null,
  avatar_url text not null,
  url text not null,
  followers bigint,
  follows bigint,
  posts bigint,
  joined_at bigint,
  follows_us smallint,
  followed_by_us text not null,
  ours smallint not null,
  changed_at bigint not null,
  profile_read_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, network, native_id)
);

-- Which person an account belongs to. Apart from account because people are merged and unmerged.
create table person_account (
  workspace_id bigint not null,
  account_id bigint not null,
  person_id bigint not null,
  primary key (workspace_id, account_id)
);
create index person_account_person on person_account (workspace_id, person_id, account_id);

create table conversation (
  workspace_id bigint not null,
  id bigint not null,
  channel_id bigint not null,
  network text not null,
  root_native_id text not null,
  state text not null,
  owner_id bigint,
  waiting_since bigint,
  answer_to bigint,
  snoozed_until bigint,
  resolution text not null,
  skip_reason text,
  lead_id bigint not null,
  excerpt_post_id bigint not null,
  first_heard_at bigint not null,
  last_post_at bigint not null,
  first_reply_at bigint,
  posts bigint not null,
  people bigint not null,
  before_rapport smallint not null,
  version bigint not null,
  changed_at bigint not null,
  thread_read_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, network, root_native_id)
);
-- One index for each order the inbox can be read in.
create index conversation_open
  on conversation (workspace_id, coalesce(waiting_since, last_post_at), id)
  where state = 'open';
create index conversation_open_owner
  on conversation (workspace_id, owner_id, coalesce(waiting_since, last_post_at), id)
  where state = 'open';
create index conversation_recent on conversation (workspace_id, last_post_at, id);
create index conversation_state on conversation (workspace_id, state, last_post_at, id);
create index conversation_owner on conversation (workspace_id, owner_id, last_post_at, id);
create index conversation_owner_state
  on conversation (workspace_id, owner_id, state, last_post_at, id);
create index conversation_snoozed on conversation (snoozed_until, id) where state = 'snoozed';
create index conversation_stale on conversation (workspace_id, channel_id, thread_read_at, id)
  where state in ('open', 'waiting');

-- How many conversations stand in each state for each owner (0: nobody), kept with every change so
-- that no page ever counts rows.
create table conversation_counter (
  workspace_id bigint not null,
  state text not null,
  owner_id bigint not null,
  total bigint not null,
  primary key (workspace_id, state, owner_id)
);

create table decision (
  workspace_id bigint not null,
  id bigint not null,
  conversation_id bigint not null,
  by_member_id bigint,
  kind text not null,
  detail text not null,
  skip_reason text,
  until_at bigint,
  at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversation (workspace_id, id)
);
create index decision_conversation on decision (workspace_id, conversation_id, at, id);

create table note (
  workspace_id bigint not null,
  id bigint not null,
  conversation_id bigint not null,
  by_member_id bigint not null,
  text text not null,
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversation (workspace_id, id)
);
create index note_conversation on note (workspace_id, conversation_id, created_at, id);

create table draft (
  workspace_id bigint not null,
  conversation_id bigint not null,
  by_member_id bigint not null,
  post_id bigint not null,
  text text not null,
  updated_at bigint not null,
  primary key (workspace_id, conversation_id, by_member_id),
  foreign key (workspace_id, conversation_id) references conversation (workspace_id, id)
);

create table post (
  workspace_id bigint not null,
  id bigint not null,
  network text not null,
  native_id text not null,
  revision text not null,
  url text not null,
  author_id bigint not null,
  conversation_id bigint not null,
  parent_id bigint,
  parent_native_id text not null,
  root_native_id text not null,
  kind text not null,
  address text not null,
  text text not null,
  langs text not null,
  entities text not null,
  media text not null,
  quoted text,
  created_at bigint not null,
  heard_at bigint not null,
  edited_at bigint,
  deleted_at bigint,
  before_rapport smallint not null,
  seen_via text not null,
  likes bigint not null,
  reposts bigint not null,
  replies bigint not null,
  our_like text not null,
  primary key (workspace_id, id),
  unique (workspace_id, network, native_id)
);
create index post_thread on post (workspace_id, conversation_id, created_at, id);
create index post_author on post (workspace_id, author_id, created_at, id);
create index post_parent on post (workspace_id, parent_id) where parent_id is not null;

create table act (
  workspace_id bigint not null,
  id bigint not null,
  channel_id bigint not null,
  kind text not null,
  state text not null,
  client_key text,
  conversation_id bigint,
  post_id bigint,
  account_id bigint,
  text text not null,
  by_member_id bigint not null,
  created_at bigint not null,
  not_before bigint not null,
  record_key text not null,
  record_created_at bigint,
  attempts bigint not null,
  error text not null,
  result_native_id text not null,
  result_post_id bigint,
  dismissed smallint not null,
  changed_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, by_member_id, client_key)
);
create index act_due on act (not_before, id) where state in ('queued', 'unknown');
create index act_in_flight on act (id) where state = 'sending';
create index act_conversation on act (workspace_id, conversation_id, created_at, id);
create index act_post on act (workspace_id, post_id, created_at, id) where post_id is not null;
create index act_account on act (workspace_id, account_id, created_at, id)
  where account_id is not null;

create table delivery (
  workspace_id bigint not null,
  id bigint not null,
  act_id bigint not null,
  attempt bigint not null,
  idempotency_key text not null,
  started_at bigint not null,
  finished_at bigint,
  outcome text,
  native_id text not null,
  error text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, act_id) references act (workspace_id, id)
);
create index delivery_act on delivery (workspace_id, act_id, started_at, id);

create table interaction (
  workspace_id bigint not null,
  network text not null,
  native_id text not null,
  kind text not null,
  object_id bigint not null,
  actor_id bigint not null,
  at bigint not null,
  post_id bigint,
  primary key (workspace_id, network, native_id, kind, object_id)
);
create index interaction_actor on interaction (workspace_id, actor_id, kind, at);
create index interaction_object on interaction (workspace_id, object_id, kind, at);

create table event (
  id bigint not null primary key,
  workspace_id bigint not null,
  kind text not null,
  subject bigint not null,
  conversation bigint not null,
  version bigint not null,
  reason text not null,
  at bigint not null
);
create index event_workspace on event (workspace_id, id);
create index event_time on event (at);

-- Full text. A workspace's own hits are found without looking at anyone else's: on SQLite the
-- workspace and the conversation are terms of the index ("w12", "c34"), and the words are not kept a
-- second time: the row id is the post's id. On PostgreSQL every word begins with a mark of its
-- workspace.
-- for sqlite
create virtual table post_words using fts5 (
  workspace, conversation, words,
  content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
-- for postgres
create table post_words (
  workspace_id bigint not null,
  post_id bigint not null,
  conversation_id bigint not null,
  words tsvector not null,
  primary key (workspace_id, post_id)
);
create index post_words_conversation on post_words (workspace_id, conversation_id, post_id);
-- New words wait in a list that every search has to walk: kept short.
create index post_words_word on post_words using gin (words) with (gin_pending_list_limit = 512);
-- for all
