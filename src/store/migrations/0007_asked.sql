-- Rises when what people asked whom articles served is another: words that changed, went or came
-- back. Apart from `stamp`, as the articles themselves are what they were.
alter table article_stamp add column asked bigint not null default 0;
