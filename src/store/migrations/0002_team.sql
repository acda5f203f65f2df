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

alter table draft add column media text not null default '';
