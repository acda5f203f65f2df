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
