#include "store/conversations.h"

#include "store/sql/answers.h"
#include "store/sql/conversation_lists.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Conversation& conversation) {
  to(conversation.workspace, conversation.id, conversation.channel, conversation.network,
     conversation.root_native_id, conversation.state, conversation.owner,
     conversation.waiting_since, conversation.answer_to, conversation.snoozed_until,
     conversation.resolution, conversation.skip_reason, conversation.lead,
     conversation.excerpt_post, conversation.first_heard_at, conversation.last_post_at,
     conversation.first_reply_at, conversation.posts, conversation.people,
     conversation.before_rapport, conversation.reading, conversation.version,
     conversation.changed_at);
}

void columns(Columns& to, Conversations::Row& row) {
  columns(to, row.conversation);
  to(row.key);
}

void columns(Columns& to, Decision& decision) {
  to(decision.workspace, decision.id, decision.conversation, decision.by, decision.kind,
     decision.detail, decision.skip_reason, decision.until, decision.at, decision.owner_before,
     decision.owner_after, decision.tag, decision.undoes);
}

void columns(Columns& to, Note& note) {
  to(note.workspace, note.id, note.conversation, note.by, note.text, note.created_at);
}

void columns(Columns& to, Draft& draft) {
  to(draft.workspace, draft.conversation, draft.by, draft.post, draft.text, draft.media,
     draft.updated_at, draft.channel, draft.langs);
}

void columns(Columns& to, ActCounts& counts) {
  to(counts.conversation, counts.sending, counts.failed);
}

namespace {

std::string select(std::string_view rest) {
  return (std::string(kSelectConversation) += " from conversation ") += rest;
}

// What the counters need to know of a conversation.
struct Standing {
  ConversationState state = ConversationState::kOpen;
  std::optional<MemberId> owner;
  std::int64_t version = 0;
  bool copied = false;  // to the lists of its tags, or of further channels
};

void columns(Columns& to, Standing& standing) {
  to(standing.state, standing.owner, standing.version, standing.copied);
}

struct Counted {
  ConversationState state = ConversationState::kOpen;
  MemberId owner;  // 0: nobody
  std::int64_t total = 0;
};

void columns(Columns& to, Counted& counted) { to(counted.state, counted.owner, counted.total); }

// The rank goes before any time there is; only open ones have a place.
std::int64_t place_of(const Conversation& conversation) {
  if (conversation.state != ConversationState::kOpen) return 0;
  return rank_of(conversation.reading) * kRank +
         to_micros(conversation.waiting_since.value_or(conversation.last_post_at));
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
      .bind("matters", place_of(conversation))
      .bind("version", conversation.version)
      .bind("changed_at", conversation.changed_at);
}

// What other tables keep copies of, to order and narrow lists by.
Query& bind_copies(Query& query, const Conversation& conversation) {
  return query.bind("workspace", conversation.workspace)
      .bind("state", conversation.state)
      .bind("owner", conversation.owner)
      .bind("wait", conversation.waiting_since.value_or(conversation.last_post_at))
      .bind("last_post_at", conversation.last_post_at);
}

class SqlConversations final : public Conversations {
 public:
  SqlConversations(Connection& db, FullText& words) : db_(db), words_(words) {}

  Result<Conversation> find(WorkspaceId workspace, ConversationId id) override {
    static const std::string sql = select("where workspace_id = :workspace and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Conversation>(),
                     "There is no such conversation.");
  }

  Result<std::optional<Conversation>> by_root(WorkspaceId workspace, std::string_view network,
                                              std::string_view root_native_id) override {
    static const std::string sql =
        select("where workspace_id = :workspace and network = :network and root_native_id = :root");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("root", root_native_id)
        .one<Conversation>();
  }

  Result<std::vector<Conversation>> by_roots(
      WorkspaceId workspace, std::string_view network,
      const std::vector<std::string>& root_native_ids) override {
    if (root_native_ids.empty()) return std::vector<Conversation>{};
    static const std::string sql =
        select("where workspace_id = :workspace and network = :network and root_native_id in ");
    return db_.query(sql + std::string(db_.dialect().words))
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("list", root_native_ids)
        .all<Conversation>();
  }

  Result<Done> add(const Conversation& conversation) override {
    Query query(
        db_,
        "insert into conversation (workspace_id, id, channel_id, network, root_native_id,"
        " state, owner_id, waiting_since, answer_to, snoozed_until, resolution,"
        " skip_reason, lead_id, excerpt_post_id, first_heard_at, last_post_at,"
        " first_reply_at, posts, people, before_rapport, reading, matters, version, changed_at,"
        " thread_read_at) values (:workspace, :id, :channel, :network, :root_native_id,"
        " :state, :owner, :waiting_since, :answer_to, :snoozed_until, :resolution,"
        " :skip_reason, :lead, :excerpt_post, :first_heard_at, :last_post_at,"
        " :first_reply_at, :posts, :people, :before_rapport, :reading, :matters, :version,"
        " :changed_at, 0)"
        " on conflict do nothing");
    query.bind("workspace", conversation.workspace)
        .bind("id", conversation.id)
        .bind("network", conversation.network);
    RAPPORT_TRY(must_change(bind_changing(query, conversation).run(),
                            exists("There is a conversation about this thread already.")));
    return count(conversation.workspace, conversation.state, conversation.owner, 1);
  }

  Result<Done> note_channel(const Conversation& conversation, ChannelId channel) override {
    Query query(db_,
                "insert into also_concerns (workspace_id, channel_id, conversation_id, state,"
                " owner_id, wait_key, last_post_at) values (:workspace, :channel, :conversation,"
                " :state, :owner, :wait, :last_post_at) on conflict do nothing");
    query.bind("conversation", conversation.id).bind("channel", channel);
    return may_change(bind_copies(query, conversation).run());
  }

  Result<std::vector<ChannelId>> channels_of(WorkspaceId workspace, ConversationId id) override {
    return db_
        .query(
            "select channel_id from also_concerns where workspace_id = :workspace"
            " and conversation_id = :conversation order by channel_id")
        .bind("workspace", workspace)
        .bind("conversation", id)
        .all<ChannelId>();
  }

  Result<Done> save(const Conversation& conversation) override {
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
                " version = :version, changed_at = :changed_at"
                " where workspace_id = :workspace and id = :id and version = :version - 1");
    bind_changing(query, conversation)
        .bind("workspace", conversation.workspace)
        .bind("id", conversation.id);
    RAPPORT_TRY(
        must_change(query.run(),
                    exists("Someone else changed this conversation just now. Please look again.")));
    if (before->copied) RAPPORT_TRY(keep_copies_in_step(conversation, before->state));
    if (before->state == conversation.state && before->owner == conversation.owner) return Done{};
    RAPPORT_TRY(count(conversation.workspace, before->state, before->owner, -1));
    return count(conversation.workspace, conversation.state, conversation.owner, 1);
  }

  Result<Done> save_reading(const Conversation& conversation) override {
    return must_change(db_.query("update conversation set reading = :reading, matters = :matters"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("reading", conversation.reading)
                           .bind("matters", place_of(conversation))
                           .bind("workspace", conversation.workspace)
                           .bind("id", conversation.id)
                           .run(),
                       missing("There is no such conversation."));
  }

  Result<Done> merge_into(WorkspaceId workspace, ConversationId from,
                          ConversationId into) override {
    auto gone = standing(workspace, from);
    if (!gone) return fail(std::move(gone.error()));
    RAPPORT_TRY(standing(workspace, into));
    RAPPORT_TRY(check_empty(workspace, from));

    // One draft for each member and conversation: the one in the conversation that stays wins.
    RAPPORT_TRY(move(workspace, from, into,
                     "delete from draft where workspace_id = :workspace"
                     " and conversation_id = :from and by_member_id in"
                     " (select by_member_id from draft where workspace_id = :workspace"
                     " and conversation_id = :into)"));
    RAPPORT_TRY(move(workspace, from, into,
                     "update draft set conversation_id = :into"
                     " where workspace_id = :workspace and conversation_id = :from"));
    RAPPORT_TRY(move(workspace, from, into,
                     "update decision set conversation_id = :into"
                     " where workspace_id = :workspace and conversation_id = :from"));
    RAPPORT_TRY(move(workspace, from, into,
                     "update note set conversation_id = :into"
                     " where workspace_id = :workspace and conversation_id = :from"));
    RAPPORT_TRY(move(workspace, from, into,
                     "update act set conversation_id = :into"
                     " where workspace_id = :workspace and conversation_id = :from"));
    RAPPORT_TRY(move_tags(workspace, from, into));
    RAPPORT_TRY(move_mentions(workspace, from, into));
    RAPPORT_TRY(move(workspace, from, into,
                     "insert into also_concerns (workspace_id, channel_id, conversation_id, state,"
                     " owner_id, wait_key, last_post_at)"
                     " select c.workspace_id, a.channel_id, c.id, c.state, c.owner_id,"
                     " coalesce(c.waiting_since, c.last_post_at), c.last_post_at"
                     " from also_concerns a, conversation c"
                     " where a.workspace_id = :workspace and a.conversation_id = :from"
                     " and c.workspace_id = :workspace and c.id = :into on conflict do nothing"));
    RAPPORT_TRY(db_.query("delete from also_concerns where workspace_id = :workspace"
                          " and conversation_id = :from")
                    .bind("workspace", workspace)
                    .bind("from", from)
                    .run());
    RAPPORT_TRY(db_.query("delete from conversation where workspace_id = :workspace and id = :id")
                    .bind("workspace", workspace)
                    .bind("id", from)
                    .run());
    return count(workspace, gone->state, gone->owner, -1);
  }

  Result<Rows> list(WorkspaceId workspace, const ConversationFilter& filter,
                    std::optional<ListPlace> after, int most) override {
    return list_conversations(db_, words_, workspace, filter, after, most);
  }

  Result<std::vector<Conversation>> some(WorkspaceId workspace,
                                         const std::vector<ConversationId>& ids) override {
    if (ids.empty()) return std::vector<Conversation>{};
    return db_.query(select("where workspace_id = :workspace and id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Conversation>();
  }

  Result<std::vector<StandingTotal>> totals(WorkspaceId workspace) override {
    auto rows = counted(workspace);
    if (!rows) return fail(std::move(rows.error()));
    std::vector<StandingTotal> totals;
    for (const Counted& each : *rows) {
      totals.push_back(
          {each.state, each.owner ? std::optional(each.owner) : std::nullopt, each.total});
    }
    return totals;
  }

  Result<ConversationCounts> counts(WorkspaceId workspace, MemberId member) override {
    auto rows = counted(workspace);
    if (!rows) return fail(std::move(rows.error()));
    ConversationCounts counts;
    for (const Counted& each : *rows) {
      switch (each.state) {
        case ConversationState::kOpen:
          counts.open += each.total;
          if (!each.owner) counts.unassigned += each.total;
          if (each.owner && each.owner == member) counts.mine += each.total;
          break;
        case ConversationState::kWaiting:
          counts.waiting += each.total;
          break;
        case ConversationState::kSnoozed:
          counts.snoozed += each.total;
          break;
        case ConversationState::kResolved:
          counts.resolved += each.total;
          break;
        case ConversationState::kSkipped:
          counts.skipped += each.total;
          break;
      }
    }
    return counts;
  }

  Result<std::vector<Conversation>> snoozed_until(Time now, int most) override {
    static const std::string sql = select(
        "where state = 'snoozed' and snoozed_until <= :now order by snoozed_until, id"
        " limit :most");
    return db_.query(sql).bind("now", now).bind("most", most).all<Conversation>();
  }

  Result<std::vector<Conversation>> stale_threads(WorkspaceId workspace, ChannelId channel,
                                                  Time before, int most) override {
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

  Result<Done> mark_thread_read(WorkspaceId workspace, ConversationId id, Time at) override {
    return must_change(db_.query("update conversation set thread_read_at = :at"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("at", at)
                           .bind("workspace", workspace)
                           .bind("id", id)
                           .run(),
                       missing("There is no such conversation."));
  }

  Result<Done> release_all(WorkspaceId workspace, MemberId owner, Time at) override {
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

  Result<Done> add_decision(const Decision& decision) override {
    return must_change(
        db_.query("insert into decision (workspace_id, id, conversation_id, by_member_id, kind,"
                  " detail, skip_reason, until_at, at, owner_before_id, owner_after_id, tag_id,"
                  " undoes_id) values (:workspace, :id, :conversation, :by, :kind, :detail,"
                  " :skip_reason, :until, :at, :owner_before, :owner_after, :tag, :undoes)"
                  " on conflict do nothing")
            .bind("workspace", decision.workspace)
            .bind("id", decision.id)
            .bind("conversation", decision.conversation)
            .bind("by", decision.by)
            .bind("kind", decision.kind)
            .bind("detail", decision.detail)
            .bind("skip_reason", decision.skip_reason)
            .bind("until", decision.until)
            .bind("at", decision.at)
            .bind("owner_before", decision.owner_before)
            .bind("owner_after", decision.owner_after)
            .bind("tag", decision.tag)
            .bind("undoes", decision.undoes)
            .run(),
        exists("This decision is in the history already."));
  }

  Result<std::vector<Decision>> decisions(WorkspaceId workspace, ConversationId id,
                                          int most) override {
    return db_
        .query(
            "select workspace_id, id, conversation_id, by_member_id, kind, detail, skip_reason,"
            " until_at, at, owner_before_id, owner_after_id, tag_id, undoes_id from decision where "
            "workspace_id = :workspace"
            " and conversation_id = :conversation order by at desc, id desc limit :most")
        .bind("workspace", workspace)
        .bind("conversation", id)
        .bind("most", most)
        .all<Decision>();
  }

  Result<Done> add_note(const Note& note) override {
    return must_change(
        db_.query("insert into note (workspace_id, id, conversation_id, by_member_id, text,"
                  " created_at) values (:workspace, :id, :conversation, :by, :text, :created_at)"
                  " on conflict do nothing")
            .bind("workspace", note.workspace)
            .bind("id", note.id)
            .bind("conversation", note.conversation)
            .bind("by", note.by)
            .bind("text", note.text)
            .bind("created_at", note.created_at)
            .run(),
        exists("This note is there already."));
  }

  Result<std::vector<Note>> notes(WorkspaceId workspace, ConversationId id) override {
    return db_
        .query(
            "select workspace_id, id, conversation_id, by_member_id, text, created_at from note"
            " where workspace_id = :workspace and conversation_id = :conversation"
            " order by created_at, id")
        .bind("workspace", workspace)
        .bind("conversation", id)
        .all<Note>();
  }

  Result<Done> save_draft(const Draft& draft) override {
    return may_change(
        db_.query("insert into draft (workspace_id, conversation_id, by_member_id, post_id, text,"
                  " media, updated_at, channel_id, langs)"
                  " values (:workspace, :conversation, :by, :post, :text, :media, :updated_at,"
                  " :channel, :langs)"
                  " on conflict (workspace_id, conversation_id, by_member_id) do update set"
                  " post_id = excluded.post_id, text = excluded.text, media = excluded.media,"
                  " updated_at = excluded.updated_at, channel_id = excluded.channel_id,"
                  " langs = excluded.langs")
            .bind("workspace", draft.workspace)
            .bind("conversation", draft.conversation)
            .bind("by", draft.by)
            .bind("post", draft.post)
            .bind("text", draft.text)
            .bind("media", draft.media)
            .bind("updated_at", draft.updated_at)
            .bind("channel", draft.channel)
            .bind("langs", draft.langs)
            .run());
  }

  Result<std::optional<Draft>> draft(WorkspaceId workspace, ConversationId id,
                                     MemberId by) override {
    return db_
        .query(
            "select workspace_id, conversation_id, by_member_id, post_id, text, media, updated_at,"
            " channel_id, langs from draft where workspace_id = :workspace"
            " and conversation_id = :conversation and by_member_id = :by")
        .bind("workspace", workspace)
        .bind("conversation", id)
        .bind("by", by)
        .one<Draft>();
  }

  Result<Done> drop_draft(WorkspaceId workspace, ConversationId id, MemberId by) override {
    return may_change(db_.query("delete from draft where workspace_id = :workspace"
                                " and conversation_id = :conversation and by_member_id = :by")
                          .bind("workspace", workspace)
                          .bind("conversation", id)
                          .bind("by", by)
                          .run());
  }

  Result<Done> drop_drafts(WorkspaceId workspace, MemberId by) override {
    return may_change(
        db_.query("delete from draft where workspace_id = :workspace and by_member_id = :by")
            .bind("workspace", workspace)
            .bind("by", by)
            .run());
  }

  Result<std::vector<ConversationId>> with_draft(WorkspaceId workspace,
                                                 const std::vector<ConversationId>& ids,
                                                 MemberId by) override {
    if (ids.empty()) return std::vector<ConversationId>{};
    return db_
        .query(std::string("select conversation_id from draft"
                           " where workspace_id = :workspace and by_member_id = :by"
                           " and conversation_id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("by", by)
        .bind("list", pack_ids(ids))
        .all<ConversationId>();
  }

  Result<std::vector<ActCounts>> act_counts(WorkspaceId workspace,
                                            const std::vector<ConversationId>& ids) override {
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

 private:
  Result<Standing> standing(WorkspaceId workspace, ConversationId id) {
    return must_find(
        db_.query("select state, owner_id, version, case when exists (select 1 from"
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

  Result<Done> count(WorkspaceId workspace, ConversationState state, std::optional<MemberId> owner,
                     int by) {
    return may_change(
        db_.query("insert into conversation_counter (workspace_id, state, owner_id, total)"
                  " values (:workspace, :state, :owner, :by)"
                  " on conflict (workspace_id, state, owner_id)"
                  " do update set total = conversation_counter.total + excluded.total")
            .bind("workspace", workspace)
            .bind("state", state)
            .bind("owner", owner.value_or(MemberId{}))
            .bind("by", by)
            .run());
  }

  Result<std::vector<Counted>> counted(WorkspaceId workspace) {
    return db_
        .query(
            "select state, owner_id, total from conversation_counter"
            " where workspace_id = :workspace")
        .bind("workspace", workspace)
        .all<Counted>();
  }

  // The copies that lists of a tag or of a further channel are read by, and the tags' counters.
  Result<Done> keep_copies_in_step(const Conversation& conversation, ConversationState before) {
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

  // Counts every tag of a conversation once more or less.
  Result<Done> count_tags(WorkspaceId workspace, ConversationId id, std::string_view by) {
    const std::string sql =
        "insert into tag_counter (workspace_id, tag_id, state, total)"
        " select workspace_id, tag_id, state, " +
        std::string(by) +
        " from conversation_tag where workspace_id = :workspace and conversation_id = :id"
        " on conflict (workspace_id, tag_id, state)"
        " do update set total = tag_counter.total + excluded.total";
    return may_change(db_.query(sql).bind("workspace", workspace).bind("id", id).run());
  }

  Result<Done> move_tags(WorkspaceId workspace, ConversationId from, ConversationId into) {
    RAPPORT_TRY(count_tags(workspace, from, "-1"));
    RAPPORT_TRY(count_tags(workspace, into, "-1"));
    RAPPORT_TRY(move(workspace, from, into,
                     "insert into conversation_tag (workspace_id, conversation_id, tag_id, state,"
                     " owner_id, channel_id, wait_key, last_post_at)"
                     " select c.workspace_id, c.id, t.tag_id, c.state, c.owner_id, c.channel_id,"
                     " coalesce(c.waiting_since, c.last_post_at), c.last_post_at"
                     " from conversation_tag t, conversation c"
                     " where t.workspace_id = :workspace and t.conversation_id = :from"
                     " and c.workspace_id = :workspace and c.id = :into on conflict do nothing"));
    RAPPORT_TRY(db_.query("delete from conversation_tag where workspace_id = :workspace"
                          " and conversation_id = :from")
                    .bind("workspace", workspace)
                    .bind("from", from)
                    .run());
    return count_tags(workspace, into, "1");
  }

  Result<Done> move_mentions(WorkspaceId workspace, ConversationId from, ConversationId into) {
    // Who has unread mentions in both has one conversation less to look at.
    RAPPORT_TRY(move(workspace, from, into,
                     "insert into mention_counter (workspace_id, member_id, unread)"
                     " select a.workspace_id, a.member_id, -1 from member_mention a"
                     " join member_mention b on b.workspace_id = a.workspace_id"
                     " and b.conversation_id = :into and b.member_id = a.member_id"
                     " where a.workspace_id = :workspace and a.conversation_id = :from"
                     " and a.unread = 1 and b.unread = 1 on conflict (workspace_id, member_id)"
                     " do update set unread = mention_counter.unread + excluded.unread"));
    RAPPORT_TRY(move(workspace, from, into,
                     "insert into member_mention (workspace_id, conversation_id, member_id,"
                     " last_at, unread) select m.workspace_id, c.id, m.member_id, m.last_at,"
                     " m.unread from member_mention m, conversation c"
                     " where m.workspace_id = :workspace and m.conversation_id = :from"
                     " and c.workspace_id = :workspace and c.id = :into"
                     " on conflict (workspace_id, conversation_id, member_id) do update set"
                     " last_at = case when excluded.last_at > member_mention.last_at"
                     " then excluded.last_at else member_mention.last_at end,"
                     " unread = case when excluded.unread > member_mention.unread"
                     " then excluded.unread else member_mention.unread end"));
    return may_change(db_.query("delete from member_mention where workspace_id = :workspace"
                                " and conversation_id = :from")
                          .bind("workspace", workspace)
                          .bind("from", from)
                          .run());
  }

  Result<Done> check_empty(WorkspaceId workspace, ConversationId id) {
    auto left = db_.query(
                       "select id from post where workspace_id = :workspace"
                       " and conversation_id = :conversation limit 1")
                    .bind("workspace", workspace)
                    .bind("conversation", id)
                    .one<PostId>();
    if (!left) return fail(std::move(left.error()));
    if (*left) return conflict("This conversation still has posts of its own.");
    return Done{};
  }

  Result<Done> move(WorkspaceId workspace, ConversationId from, ConversationId into,
                    std::string_view sql) {
    Query query(db_, sql);
    query.bind("workspace", workspace).bind("from", from).bind("into", into);
    return may_change(query.run());
  }

  Connection& db_;
  FullText& words_;
};

}  // namespace

std::unique_ptr<Conversations> make_conversations(Connection& db, FullText& words) {
  return std::make_unique<SqlConversations>(db, words);
}

}  // namespace rapport
