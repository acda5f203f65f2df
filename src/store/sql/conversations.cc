#include "store/sql/answers.h"
#include "store/sql/conversation_lists.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

void columns(Columns& to, Conversation& conversation) {
  to(conversation.workspace, conversation.id, conversation.channel, conversation.network,
     conversation.root_native_id, conversation.state, conversation.owner,
     conversation.waiting_since, conversation.answer_to, conversation.snoozed_until,
     conversation.resolution, conversation.skip_reason, conversation.lead,
     conversation.excerpt_post, conversation.first_heard_at, conversation.last_post_at,
     conversation.first_reply_at, conversation.posts, conversation.people,
     conversation.before_rapport, conversation.reading, conversation.version,
     conversation.changed_at, conversation.resolved_reason, conversation.resolved_article,
     conversation.in_public);
}

void columns(Columns& to, Conversations::Row& row) {
  columns(to, row.conversation);
  to(row.key);
}

void columns(Columns& to, ActCounts& counts) {
  to(counts.conversation, counts.sending, counts.failed);
}

namespace {

std::string select(std::string_view rest) {
  return (std::string(kSelectConversation) += " from conversation ") += rest;
}

// Everything of a conversation that can change, for inserts and updates alike.
Query& bind_changing(Query& query, const Conversation& conversation) {
  return query.bind("channel", conversation.channel)
      .bind("root_native_id", conversation.root_native_id)
      .bind("state", conversation.state)
      .bind("owner", conversation.owner)
      .bind("waiting_since", conversation.waiting_since)
      .bind("answer_to", conversation.answer_to)
      .bind("snoozed_until", conversation.snoozed_until)
      .bind("resolution", conversation.resolution)
      .bind("skip_reason", conversation.skip_reason)
      .bind("lead", conversation.lead)
      .bind("excerpt_post", conversation.excerpt_post)
      .bind("first_heard_at", conversation.first_heard_at)
      .bind("last_post_at", conversation.last_post_at)
      .bind("first_reply_at", conversation.first_reply_at)
      .bind("posts", conversation.posts)
      .bind("people", conversation.people)
      .bind("before_rapport", conversation.before_rapport)
      .bind("reading", conversation.reading)
      .bind("matters", matters_of(conversation))
      .bind("version", conversation.version)
      .bind("changed_at", conversation.changed_at)
      .bind("resolved_reason", conversation.resolved_reason)
      .bind("resolved_article", conversation.resolved_article)
      .bind("in_public", conversation.in_public);
}

// What other tables keep copies of, to order and narrow lists by.
Query& bind_copies(Query& query, const Conversation& conversation) {
  return query.bind("workspace", conversation.workspace)
      .bind("state", conversation.state)
      .bind("owner", conversation.owner)
      .bind("wait", conversation.waiting_since.value_or(conversation.last_post_at))
      .bind("last_post_at", conversation.last_post_at);
}

}  // namespace

void columns(Columns& to, SqlConversations::Standing& standing) {
  to(standing.state, standing.owner, standing.version, standing.copied);
}

Result<Conversation> SqlConversations::find(WorkspaceId workspace, ConversationId id) {
  static const std::string sql = select("where workspace_id = :workspace and id = :id");
  return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Conversation>(),
                   "There is no such conversation.");
}

Result<std::optional<Conversation>> SqlConversations::by_root(WorkspaceId workspace,
                                                              std::string_view network,
                                                              std::string_view root_native_id) {
  static const std::string sql =
      select("where workspace_id = :workspace and network = :network and root_native_id = :root");
  return db_.query(sql)
      .bind("workspace", workspace)
      .bind("network", network)
      .bind("root", root_native_id)
      .one<Conversation>();
}

Result<std::vector<Conversation>> SqlConversations::by_roots(
    WorkspaceId workspace, std::string_view network,
    const std::vector<std::string>& root_native_ids) {
  if (root_native_ids.empty()) return std::vector<Conversation>{};
  static const std::string sql =
      select("where workspace_id = :workspace and network = :network and root_native_id in ");
  return db_.query(sql + std::string(db_.dialect().words))
      .bind("workspace", workspace)
      .bind("network", network)
      .bind("list", root_native_ids)
      .all<Conversation>();
}

Result<std::vector<Conversation>> SqlConversations::some(WorkspaceId workspace,
                                                         const std::vector<ConversationId>& ids) {
  if (ids.empty()) return std::vector<Conversation>{};
  return db_.query(select("where workspace_id = :workspace and id in ") += db_.dialect().numbers)
      .bind("workspace", workspace)
      .bind("list", pack_ids(ids))
      .all<Conversation>();
}

Result<Conversations::Rows> SqlConversations::list(WorkspaceId workspace,
                                                   const ConversationFilter& filter,
                                                   std::optional<ListPlace> after, int most) {
  return list_conversations(db_, words_, workspace, filter, after, most);
}

Result<std::vector<Conversation>> SqlConversations::snoozed_until(Time now, int most) {
  static const std::string sql = select(
      "where state = 'snoozed' and snoozed_until <= :now order by snoozed_until, id"
      " limit :most");
  return db_.query(sql).bind("now", now).bind("most", most).all<Conversation>();
}

Result<std::vector<Conversation>> SqlConversations::stale_threads(WorkspaceId workspace,
                                                                  ChannelId channel, Time before,
                                                                  int most) {
  static const std::string sql = select(
      "where workspace_id = :workspace and channel_id = :channel"
      " and state in ('open', 'waiting') and thread_read_at < :before"
      " order by thread_read_at, id limit :most");
  return db_.query(sql)
      .bind("workspace", workspace)
      .bind("channel", channel)
      .bind("before", before)
      .bind("most", most)
      .all<Conversation>();
}

Result<Done> SqlConversations::mark_thread_read(WorkspaceId workspace, ConversationId id, Time at) {
  return must_change(db_.query("update conversation set thread_read_at = :at"
                               " where workspace_id = :workspace and id = :id")
                         .bind("at", at)
                         .bind("workspace", workspace)
                         .bind("id", id)
                         .run(),
                     missing("There is no such conversation."));
}

Result<Done> SqlConversations::add(const Conversation& conversation) {
  Query query(
      db_,
      "insert into conversation (workspace_id, id, channel_id, network, root_native_id,"
      " state, owner_id, waiting_since, answer_to, snoozed_until, resolution,"
      " skip_reason, lead_id, excerpt_post_id, first_heard_at, last_post_at,"
      " first_reply_at, posts, people, before_rapport, reading, matters, version, changed_at,"
      " resolved_reason, resolved_article_id, in_public, thread_read_at) values (:workspace, :id, "
      ":channel, :network, :root_native_id,"
      " :state, :owner, :waiting_since, :answer_to, :snoozed_until, :resolution,"
      " :skip_reason, :lead, :excerpt_post, :first_heard_at, :last_post_at,"
      " :first_reply_at, :posts, :people, :before_rapport, :reading, :matters, :version,"
      " :changed_at, :resolved_reason, :resolved_article, :in_public, 0)"
      " on conflict do nothing");
  query.bind("workspace", conversation.workspace)
      .bind("id", conversation.id)
      .bind("network", conversation.network);
  RAPPORT_TRY(must_change(bind_changing(query, conversation).run(),
                          exists("There is a conversation about this thread already.")));
  return count(conversation.workspace, conversation.state, conversation.owner, 1);
}

Result<Done> SqlConversations::note_channel(const Conversation& conversation, ChannelId channel) {
  Query query(db_,
              "insert into also_concerns (workspace_id, channel_id, conversation_id, state,"
              " owner_id, wait_key, last_post_at) values (:workspace, :channel, :conversation,"
              " :state, :owner, :wait, :last_post_at) on conflict do nothing");
  query.bind("conversation", conversation.id).bind("channel", channel);
  return may_change(bind_copies(query, conversation).run());
}

Result<std::vector<ChannelId>> SqlConversations::channels_of(WorkspaceId workspace,
                                                             ConversationId id) {
  return db_
      .query(
          "select channel_id from also_concerns where workspace_id = :workspace"
          " and conversation_id = :conversation order by channel_id")
      .bind("workspace", workspace)
      .bind("conversation", id)
      .all<ChannelId>();
}

Result<SqlConversations::Standing> SqlConversations::standing(WorkspaceId workspace,
                                                              ConversationId id) {
  return must_find(db_.query("select state, owner_id, version, case when exists (select 1 from"
                             " conversation_tag t where t.workspace_id = conversation.workspace_id"
                             " and t.conversation_id = conversation.id) or exists (select 1 from"
                             " also_concerns a where a.workspace_id = conversation.workspace_id"
                             " and a.conversation_id = conversation.id) then 1 else 0 end"
                             " from conversation where workspace_id = :workspace and id = :id")
                       .bind("workspace", workspace)
                       .bind("id", id)
                       .one<Standing>(),
                   "There is no such conversation.");
}

Result<Done> SqlConversations::save(const Conversation& conversation) {
  auto before = standing(conversation.workspace, conversation.id);
  if (!before) return fail(std::move(before.error()));
  Query query(db_,
              "update conversation set channel_id = :channel, root_native_id = :root_native_id,"
              " state = :state, owner_id = :owner, waiting_since = :waiting_since,"
              " answer_to = :answer_to, snoozed_until = :snoozed_until,"
              " resolution = :resolution, skip_reason = :skip_reason, lead_id = :lead,"
              " excerpt_post_id = :excerpt_post, first_heard_at = :first_heard_at,"
              " last_post_at = :last_post_at, first_reply_at = :first_reply_at,"
              " posts = :posts, people = :people, before_rapport = :before_rapport,"
              " reading = :reading, matters = :matters,"
              " version = :version, changed_at = :changed_at,"
              " resolved_reason = :resolved_reason, resolved_article_id = :resolved_article,"
              " in_public = :in_public"
              " where workspace_id = :workspace and id = :id and version = :version - 1");
  bind_changing(query, conversation)
      .bind("workspace", conversation.workspace)
      .bind("id", conversation.id);
  RAPPORT_TRY(must_change(
      query.run(), exists("Someone else changed this conversation just now. Please look again.")));
  if (before->copied) RAPPORT_TRY(keep_copies_in_step(conversation, before->state));
  if (before->state == conversation.state && before->owner == conversation.owner) return Done{};
  RAPPORT_TRY(count(conversation.workspace, before->state, before->owner, -1));
  return count(conversation.workspace, conversation.state, conversation.owner, 1);
}

Result<Done> SqlConversations::keep_copies_in_step(const Conversation& conversation,
                                                   ConversationState before) {
  const bool counts = before != conversation.state;
  if (counts) RAPPORT_TRY(count_tags(conversation.workspace, conversation.id, "-1"));
  Query tags(db_,
             "update conversation_tag set state = :state, owner_id = :owner,"
             " channel_id = :channel, wait_key = :wait, last_post_at = :last_post_at"
             " where workspace_id = :workspace and conversation_id = :id");
  tags.bind("channel", conversation.channel).bind("id", conversation.id);
  RAPPORT_TRY(bind_copies(tags, conversation).run());
  Query channels(db_,
                 "update also_concerns set state = :state, owner_id = :owner, wait_key = :wait,"
                 " last_post_at = :last_post_at"
                 " where workspace_id = :workspace and conversation_id = :id");
  channels.bind("id", conversation.id);
  RAPPORT_TRY(bind_copies(channels, conversation).run());
  if (counts) RAPPORT_TRY(count_tags(conversation.workspace, conversation.id, "1"));
  return Done{};
}

Result<Done> SqlConversations::save_reading(const Conversation& conversation) {
  return must_change(db_.query("update conversation set reading = :reading, matters = :matters"
                               " where workspace_id = :workspace and id = :id")
                         .bind("reading", conversation.reading)
                         .bind("matters", matters_of(conversation))
                         .bind("workspace", conversation.workspace)
                         .bind("id", conversation.id)
                         .run(),
                     missing("There is no such conversation."));
}

Result<Done> SqlConversations::release_all(WorkspaceId workspace, MemberId owner, Time at) {
  for (const std::string_view copies : {"conversation_tag", "also_concerns"}) {
    RAPPORT_TRY(db_.query("update " + std::string(copies) +
                          " set owner_id = null where workspace_id = :workspace"
                          " and conversation_id in (select id from conversation"
                          " where workspace_id = :workspace and owner_id = :owner)")
                    .bind("workspace", workspace)
                    .bind("owner", owner)
                    .run());
  }
  RAPPORT_TRY(db_.query("update conversation set owner_id = null, version = version + 1,"
                        " changed_at = :at where workspace_id = :workspace"
                        " and owner_id = :owner")
                  .bind("at", at)
                  .bind("workspace", workspace)
                  .bind("owner", owner)
                  .run());
  RAPPORT_TRY(db_.query("insert into conversation_counter (workspace_id, state, owner_id, total)"
                        " select workspace_id, state, 0, total from conversation_counter"
                        " where workspace_id = :workspace and owner_id = :owner and total <> 0"
                        " on conflict (workspace_id, state, owner_id)"
                        " do update set total = conversation_counter.total + excluded.total")
                  .bind("workspace", workspace)
                  .bind("owner", owner)
                  .run());
  return may_change(db_.query("delete from conversation_counter"
                              " where workspace_id = :workspace and owner_id = :owner")
                        .bind("workspace", workspace)
                        .bind("owner", owner)
                        .run());
}

Result<std::vector<ActCounts>> SqlConversations::act_counts(
    WorkspaceId workspace, const std::vector<ConversationId>& ids) {
  if (ids.empty()) return std::vector<ActCounts>{};
  std::string sql =
      "select conversation_id,"
      " sum(case when state in ('queued', 'sending', 'unknown') then 1 else 0 end),"
      " sum(case when state = 'rejected' and dismissed = 0 then 1 else 0 end)"
      " from act where workspace_id = :workspace"
      " and state in ('queued', 'sending', 'unknown', 'rejected') and conversation_id in ";
  sql += db_.dialect().numbers;
  sql += " group by conversation_id";
  return db_.query(sql).bind("workspace", workspace).bind("list", pack_ids(ids)).all<ActCounts>();
}

std::unique_ptr<Conversations> make_conversations(Connection& db, FullText& words) {
  return std::make_unique<SqlConversations>(db, words);
}

}  // namespace rapport
