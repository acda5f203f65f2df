-- What helps to answer well.

-- How a brand speaks, and which of the coach's rules it follows.
create table voice (
  workspace_id bigint not null,
  warmth text not null,
  formality text not null,
  emoji text not null,
  humour text not null,
  signature text not null,
  avoid text not null,
  love text not null,
  names text not null,
  promises text not null,
  require_clean smallint not null,
  by_member_id bigint,
  changed_at bigint,
  primary key (workspace_id)
);
create table coach_rule (
  workspace_id bigint not null,
  rule text not null,
  setting text not null,
  primary key (workspace_id, rule)
);

-- What it knows: articles of its own and resources elsewhere, and where they were used.
-- Articles of one slug are the same one in several languages. `uses` is kept, never counted.
create table article (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  status text not null,
  language text not null,
  category_id bigint,
  slug text not null,
  title text not null,
  markdown text not null,
  url text not null,
  url_key text not null,
  medium text not null,
  questions text not null,
  owner_id bigint,
  review_at bigint,
  source text not null,
  source_digest text not null,
  uses bigint not null,
  by_member_id bigint,
  created_at bigint not null,
  changed_at bigint not null,
  published_at bigint,
  version bigint not null,
  primary key (workspace_id, id)
);
create unique index article_address on article (workspace_id, slug, language);
create unique index article_source on article (workspace_id, source, language)
  where source <> '';
create index article_changed on article (workspace_id, changed_at, id);
create index article_review on article (workspace_id, review_at)
  where review_at is not null and status <> 'archived';
create index article_link on article (workspace_id, url_key, id) where url_key <> '';
create index article_in_category on article (workspace_id, category_id);
-- Slugs that an article had: links to them still lead there.
create table article_slug (
  workspace_id bigint not null,
  slug text not null,
  language text not null,
  article_id bigint not null,
  primary key (workspace_id, slug, language)
);
create index article_slug_of on article_slug (workspace_id, article_id);
create table article_category (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  folded text not null,
  slug text not null,
  place bigint not null,
  articles bigint not null,
  primary key (workspace_id, id)
);
create unique index article_category_name on article_category (workspace_id, folded);
create unique index article_category_address on article_category (workspace_id, slug);
-- Rises with every change of what is found, so that whoever holds an index knows it is old.
create table article_stamp (
  workspace_id bigint not null primary key,
  stamp bigint not null,
  articles bigint not null
);
create table article_use (
  workspace_id bigint not null,
  id bigint not null,
  article_id bigint not null,
  conversation_id bigint,
  post_id bigint,
  act_id bigint,
  kind text not null,
  by_member_id bigint,
  at bigint not null,
  primary key (workspace_id, id)
);
create index article_use_of on article_use (workspace_id, article_id, id);
create index article_use_in on article_use (workspace_id, conversation_id, article_id);
create unique index article_use_act on article_use (workspace_id, act_id, article_id)
  where act_id is not null;

-- Where people read it, and which questions have no article.

create table help_site (
  workspace_id bigint not null,
  slug text not null,
  enabled smallint not null,
  title text not null,
  intro text not null,
  accent text not null,
  by_member_id bigint,
  changed_at bigint not null,
  primary key (workspace_id)
);
create unique index help_site_slug on help_site (slug);

-- What was solved, for what reason, and who is to be told.

-- Of a decision to resolve: the reason they spoke up, and the article that served.
alter table decision add column reason text not null default '';
alter table decision add column article_id bigint;
-- The same of the one that stands; and what they have read of us in the thread (null: nobody spoke
-- to us, or it was not worked out yet).
alter table conversation add column resolved_reason text not null default '';
alter table conversation add column resolved_article_id bigint;
alter table conversation add column in_public text;

-- "This reason is fixed", and whom it is told to: the people who spoke up for it until then, each by
-- the latest such post. Whether they were told follows from the posts.
create table remedy (
  workspace_id bigint not null,
  id bigint not null,
  reason text not null,
  done text not null,
  article_id bigint,
  since bigint not null,
  by_member_id bigint not null,
  at bigint not null,
  closed_at bigint,
  whole smallint not null,
  primary key (workspace_id, id)
);
create table remedy_person (
  workspace_id bigint not null,
  remedy_id bigint not null,
  person_id bigint not null,
  post_id bigint not null,
  said_at bigint not null,
  aside text not null,
  aside_by_id bigint,
  primary key (workspace_id, remedy_id, person_id)
);
create index remedy_person_newest on remedy_person (workspace_id, remedy_id, said_at, post_id);

-- What hides a reply below a post of ours; and where replies can be hidden.
alter table post add column our_hide text not null default '';
alter table channel add column hides_replies smallint not null default 0;
update channel set hides_replies = 1 where network in ('bluesky', 'sandbox');
-- What an assistant proposed.
create table proposal (
  workspace_id bigint not null,
  id bigint not null,
  conversation_id bigint not null,
  post_id bigint not null,
  by_member_id bigint not null,
  text text not null,
  model text not null,
  at bigint not null,
  primary key (workspace_id, id)
);
create index proposal_conversation on proposal (workspace_id, conversation_id, id);
create index proposal_at on proposal (at, workspace_id, id);
