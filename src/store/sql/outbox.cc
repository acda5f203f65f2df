#include "store/outbox.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Delivery& delivery) {
  to(delivery.workspace, delivery.id, delivery.act, delivery.attempt, delivery.idempotency_key,
     delivery.started_at, delivery.finished_at, delivery.outcome, delivery.native_id,
     delivery.error);
}

void columns(Columns& to, Act& act) {
  to(act.workspace, act.id, act.channel, act.kind, act.state, act.client_key, act.conversation,
     act.post, act.account, act.text, act.media, act.langs, act.card_url, act.card_read,
     act.card_title, act.card_description, act.card_thumb, act.by, act.created_at, act.not_before,
     act.record_key, act.record_created_at, act.attempts, act.error, act.result_native_id,
     act.result_post, act.dismissed, act.changed_at);
}

namespace {

constexpr std::string_view kSelect =
    "select workspace_id, id, channel_id, kind, state, coalesce(client_key, ''), conversation_id,"
    " post_id, account_id, text, media, langs, card_url, card_read, card_title, card_description,"
    " card_thumb_id, by_member_id, created_at, not_before,"
    " record_key, record_created_at, attempts, error, result_native_id, result_post_id, dismissed, "
    "changed_at"
    " from act ";

std::string select(std::string_view rest) { return std::string(kSelect) += rest; }

// An act without a client key is kept as NULL, which is unique beside any other.
std::optional<std::string> key_of(const Act& act) {
  if (act.client_key.empty()) return std::nullopt;
  return act.client_key;
}

std::string pack_kinds(const std::vector<ActKind>& kinds) {
  std::vector<std::string> words;
  for (const ActKind kind : kinds) words.emplace_back(to_word(kind));
  return pack(words);
}

// Everything of an act that can change, for inserts and updates alike.
Query& bind_changing(Query& query, const Act& act) {
  return query.bind("state", act.state)
      .bind("conversation", act.conversation)
      .bind("post", act.post)
      .bind("account", act.account)
      .bind("text", act.text)
      .bind("media", act.media)
      .bind("langs", act.langs)
      .bind("card_url", act.card_url)
      .bind("card_read", act.card_read)
      .bind("card_title", act.card_title)
      .bind("card_description", act.card_description)
      .bind("card_thumb", act.card_thumb)
      .bind("not_before", act.not_before)
      .bind("record_key", act.record_key)
      .bind("record_created_at", act.record_created_at)
      .bind("attempts", act.attempts)
      .bind("error", act.error)
      .bind("result_native_id", act.result_native_id)
      .bind("result_post", act.result_post)
      .bind("dismissed", act.dismissed)
      .bind("changed_at", act.changed_at);
}

class SqlOutbox final : public OutboxStore {
 public:
  explicit SqlOutbox(Connection& db) : db_(db) {}

  Result<Done> add(const Act& act) override {
    Query query(db_,
                "insert into act (workspace_id, id, channel_id, kind, state, client_key,"
                " conversation_id, post_id, account_id, text, media, langs, card_url,"
                " card_read, card_title, card_description, card_thumb_id, by_member_id, created_at,"
                " not_before, record_key, record_created_at, attempts, error, result_native_id,"
                " result_post_id, dismissed, changed_at)"
                " values (:workspace, :id, :channel, :kind, :state, :client_key, :conversation,"
                " :post, :account, :text, :media, :langs, :card_url, :card_read, :card_title,"
                " :card_description, :card_thumb, :by, :created_at, :not_before, :record_key,"
                " :record_created_at, :attempts, :error, :result_native_id, :result_post,"
                " :dismissed, :changed_at) on conflict do nothing");
    query.bind("workspace", act.workspace)
        .bind("id", act.id)
        .bind("channel", act.channel)
        .bind("kind", act.kind)
        .bind("client_key", key_of(act))
        .bind("by", act.by)
        .bind("created_at", act.created_at);
    return must_change(bind_changing(query, act).run(), exists("This was asked for already."));
  }

  Result<Act> find(WorkspaceId workspace, ActId id) override {
    static const std::string sql = select("where workspace_id = :workspace and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Act>(),
                     "There is no such act.");
  }

  Result<std::optional<Act>> by_client_key(WorkspaceId workspace, MemberId by,
                                           std::string_view client_key) override {
    static const std::string sql = select(
        "where workspace_id = :workspace and by_member_id = :by and client_key = :client_key");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("by", by)
        .bind("client_key", client_key)
        .one<Act>();
  }

  Result<Done> save(const Act& act) override {
    Query query(db_,
                "update act set state = :state, conversation_id = :conversation, post_id = :post,"
                " account_id = :account, text = :text, media = :media, langs = :langs,"
                " card_url = :card_url, card_read = :card_read, card_title = :card_title,"
                " card_description = :card_description, card_thumb_id = :card_thumb,"
                " not_before = :not_before,"
                " record_key = :record_key, record_created_at = :record_created_at,"
                " attempts = :attempts, error = :error, result_native_id = :result_native_id,"
                " result_post_id = :result_post, dismissed = :dismissed, changed_at = :changed_at"
                " where workspace_id = :workspace and id = :id");
    bind_changing(query, act).bind("workspace", act.workspace).bind("id", act.id);
    return must_change(query.run(), missing("There is no such act."));
  }

  Result<std::vector<Act>> due(Time now, int most) override {
    static const std::string sql = select(
        "where state in ('queued', 'unknown') and not_before <= :now"
        " order by not_before, id limit :most");
    return db_.query(sql).bind("now", now).bind("most", most).all<Act>();
  }

  Result<Done> hurry(WorkspaceId workspace, ChannelId channel, Time now, int most) override {
    return may_change(
        db_.query("update act set not_before = :now, changed_at = :now"
                  " where workspace_id = :workspace and id in (select id from act"
                  " where workspace_id = :workspace and channel_id = :channel"
                  " and state in ('queued', 'unknown') and attempts > 0 and not_before > :now"
                  " order by not_before, id limit :most)")
            .bind("now", now)
            .bind("workspace", workspace)
            .bind("channel", channel)
            .bind("most", most)
            .run());
  }

  Result<std::vector<Act>> in_flight() override {
    static const std::string sql = select("where state = 'sending' order by id");
    return db_.query(sql).all<Act>();
  }

  Result<std::vector<Act>> open_of(WorkspaceId workspace, ConversationId conversation) override {
    static const std::string sql = select(
        "where workspace_id = :workspace and conversation_id = :conversation"
        " and (state in ('queued', 'sending', 'unknown')"
        " or (state = 'rejected' and dismissed = 0)) order by created_at, id");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("conversation", conversation)
        .all<Act>();
  }

  Result<std::vector<Act>> replies_since(WorkspaceId workspace, ConversationId conversation,
                                         Time since) override {
    static const std::string sql = select(
        "where workspace_id = :workspace and conversation_id = :conversation"
        " and created_at > :since and kind = 'reply' and state not in ('undone', 'rejected')"
        " order by created_at, id");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("conversation", conversation)
        .bind("since", since)
        .all<Act>();
  }

  Result<std::optional<Act>> latest_on_post(WorkspaceId workspace, ChannelId channel, PostId post,
                                            const std::vector<ActKind>& kinds) override {
    if (kinds.empty()) return std::optional<Act>{};
    return db_
        .query((select("where workspace_id = :workspace and post_id = :post"
                       " and channel_id = :channel and state <> 'undone' and kind in ") +=
                db_.dialect().words) += " order by created_at desc, id desc limit 1")
        .bind("workspace", workspace)
        .bind("post", post)
        .bind("channel", channel)
        .bind("list", pack_kinds(kinds))
        .one<Act>();
  }

  Result<std::optional<Act>> latest_on_account(WorkspaceId workspace, ChannelId channel,
                                               AccountId account,
                                               const std::vector<ActKind>& kinds) override {
    if (kinds.empty()) return std::optional<Act>{};
    return db_
        .query((select("where workspace_id = :workspace and account_id = :account"
                       " and channel_id = :channel and state <> 'undone' and kind in ") +=
                db_.dialect().words) += " order by created_at desc, id desc limit 1")
        .bind("workspace", workspace)
        .bind("account", account)
        .bind("channel", channel)
        .bind("list", pack_kinds(kinds))
        .one<Act>();
  }

  Result<Done> add_delivery(const Delivery& delivery) override {
    return must_change(
        db_.query("insert into delivery (workspace_id, id, act_id, attempt, idempotency_key,"
                  " started_at, finished_at, outcome, native_id, error)"
                  " values (:workspace, :id, :act, :attempt, :idempotency_key, :started_at,"
                  " :finished_at, :outcome, :native_id, :error) on conflict do nothing")
            .bind("workspace", delivery.workspace)
            .bind("id", delivery.id)
            .bind("act", delivery.act)
            .bind("attempt", delivery.attempt)
            .bind("idempotency_key", delivery.idempotency_key)
            .bind("started_at", delivery.started_at)
            .bind("finished_at", delivery.finished_at)
            .bind("outcome", delivery.outcome)
            .bind("native_id", delivery.native_id)
            .bind("error", delivery.error)
            .run(),
        exists("This delivery is in the ledger already."));
  }

  Result<Done> save_delivery(const Delivery& delivery) override {
    return must_change(
        db_.query("update delivery set finished_at = :finished_at, outcome = :outcome,"
                  " native_id = :native_id, error = :error"
                  " where workspace_id = :workspace and id = :id")
            .bind("finished_at", delivery.finished_at)
            .bind("outcome", delivery.outcome)
            .bind("native_id", delivery.native_id)
            .bind("error", delivery.error)
            .bind("workspace", delivery.workspace)
            .bind("id", delivery.id)
            .run(),
        missing("There is no such delivery."));
  }

  Result<std::vector<Delivery>> deliveries(WorkspaceId workspace, ActId act) override {
    return db_
        .query(
            "select workspace_id, id, act_id, attempt, idempotency_key, started_at,"
            " finished_at, outcome, native_id, error from delivery"
            " where workspace_id = :workspace and act_id = :act order by started_at, id")
        .bind("workspace", workspace)
        .bind("act", act)
        .all<Delivery>();
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<OutboxStore> make_outbox(Connection& db) { return std::make_unique<SqlOutbox>(db); }

}  // namespace rapport
