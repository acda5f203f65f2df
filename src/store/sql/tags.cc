#include "store/tags.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Tag& tag) {
  to(tag.workspace, tag.id, tag.name, tag.folded, tag.color, tag.created_at);
}

void columns(Columns& to, LeavingTag& tag) { to(tag.workspace, tag.id, tag.into); }

void columns(Columns& to, TagTotal& total) { to(total.tag, total.state, total.total); }

void columns(Columns& to, TagOn& on) { to(on.conversation, on.tag); }

namespace {

constexpr std::string_view kColumns =
    "select workspace_id, id, name, folded, color, created_at from tag";

std::string select(std::string_view rest) { return std::string(kColumns) += rest; }

class SqlTags final : public Tags {
 public:
  explicit SqlTags(Connection& db) : db_(db) {}

  Result<Done> add(const Tag& tag) override {
    return must_change(
        db_.query("insert into tag (workspace_id, id, name, folded, color, created_at) values"
                  " (:workspace, :id, :name, :folded, :color, :created_at) on conflict do nothing")
            .bind("workspace", tag.workspace)
            .bind("id", tag.id)
            .bind("name", tag.name)
            .bind("folded", tag.folded)
            .bind("color", tag.color)
            .bind("created_at", tag.created_at)
            .run(),
        exists("There is a tag of this name already."));
  }

  Result<Done> save(const Tag& tag) override {
    auto namesake = by_name(tag.workspace, tag.folded);
    if (!namesake) return fail(std::move(namesake.error()));
    if (*namesake && (*namesake)->id != tag.id) {
      return conflict("There is a tag of this name already.");
    }
    return must_change(
        db_.query("update tag set name = :name, folded = :folded, color = :color"
                  " where workspace_id = :workspace and id = :id and removed_at is null")
            .bind("name", tag.name)
            .bind("folded", tag.folded)
            .bind("color", tag.color)
            .bind("workspace", tag.workspace)
            .bind("id", tag.id)
            .run(),
        missing("There is no such tag."));
  }

  Result<Tag> find(WorkspaceId workspace, TagId id) override {
    static const std::string sql =
        select(" where workspace_id = :workspace and id = :id and removed_at is null");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Tag>(),
                     "There is no such tag.");
  }

  Result<std::optional<Tag>> by_name(WorkspaceId workspace, std::string_view folded) override {
    static const std::string sql =
        select(" where workspace_id = :workspace and folded = :folded and removed_at is null");
    return db_.query(sql).bind("workspace", workspace).bind("folded", folded).one<Tag>();
  }

  Result<std::vector<Tag>> all(WorkspaceId workspace) override {
    static const std::string sql =
        select(" where workspace_id = :workspace and removed_at is null order by folded");
    return db_.query(sql).bind("workspace", workspace).all<Tag>();
  }

  Result<std::vector<TagTotal>> totals(WorkspaceId workspace) override {
    return db_
        .query(
            "select tag_id, state, total from tag_counter where workspace_id = :workspace"
            " order by tag_id, state")
        .bind("workspace", workspace)
        .all<TagTotal>();
  }

  Result<bool> put(WorkspaceId workspace, ConversationId conversation, TagId tag) override {
    auto living = find(workspace, tag);
    if (!living) return fail(std::move(living.error()));
    auto there = is_there(workspace, conversation);
    if (!there) return fail(std::move(there.error()));
    return change(workspace, conversation, tag,
                  "insert into conversation_tag (workspace_id, conversation_id, tag_id, state,"
                  " owner_id, channel_id, wait_key, last_post_at)"
                  " select c.workspace_id, c.id, t.id, c.state, c.owner_id, c.channel_id,"
                  " coalesce(c.waiting_since, c.last_post_at), c.last_post_at"
                  " from conversation c, tag t"
                  " where c.workspace_id = :workspace and c.id = :conversation"
                  " and t.workspace_id = :workspace and t.id = :tag on conflict do nothing",
                  "1", Counted::kAfter);
  }

  Result<bool> take(WorkspaceId workspace, ConversationId conversation, TagId tag) override {
    auto there = is_there(workspace, conversation);
    if (!there) return fail(std::move(there.error()));
    return change(workspace, conversation, tag,
                  "delete from conversation_tag where workspace_id = :workspace"
                  " and conversation_id = :conversation and tag_id = :tag",
                  "-1", Counted::kBefore);
  }

  Result<std::vector<TagOn>> on(WorkspaceId workspace,
                                const std::vector<ConversationId>& conversations) override {
    if (conversations.empty()) return std::vector<TagOn>{};
    std::string sql =
        "select o.conversation_id, o.tag_id from conversation_tag o"
        " join tag t on t.workspace_id = o.workspace_id and t.id = o.tag_id"
        " and t.removed_at is null"
        " where o.workspace_id = :workspace and o.conversation_id in ";
    sql += db_.dialect().numbers;
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("list", pack_ids(conversations))
        .all<TagOn>();
  }

  Result<Done> begin_removal(WorkspaceId workspace, TagId id, std::optional<TagId> into,
                             Time at) override {
    // Its name is free at once. No living name begins with a space.
    const std::string folded = " " + to_string(id);
    return must_change(
        db_.query("update tag set removed_at = :at, into_id = :into, folded = :folded"
                  " where workspace_id = :workspace and id = :id and removed_at is null")
            .bind("at", at)
            .bind("into", into)
            .bind("folded", folded)
            .bind("workspace", workspace)
            .bind("id", id)
            .run(),
        missing("There is no such tag."));
  }

  Result<std::vector<LeavingTag>> leaving(int most) override {
    return db_
        .query(
            "select workspace_id, id, into_id from tag where removed_at > 0"
            " order by removed_at, id limit :most")
        .bind("most", most)
        .all<LeavingTag>();
  }

  Result<int> clear_some(const LeavingTag& tag, int most) override {
    auto some = db_.query(
                       "select conversation_id from conversation_tag"
                       " where workspace_id = :workspace and tag_id = :tag"
                       " order by last_post_at, conversation_id limit :most")
                    .bind("workspace", tag.workspace)
                    .bind("tag", tag.id)
                    .bind("most", most)
                    .all<ConversationId>();
    if (!some) return fail(std::move(some.error()));
    // What it is merged into may have left meanwhile, too.
    bool replace = false;
    if (tag.into) {
      auto living = find(tag.workspace, *tag.into);
      if (!living && living.error().kind != ErrorKind::kNotFound) {
        return fail(std::move(living.error()));
      }
      replace = living.has_value();
    }
    for (const ConversationId conversation : *some) {
      RAPPORT_TRY(take(tag.workspace, conversation, tag.id));
      if (replace) RAPPORT_TRY(put(tag.workspace, conversation, *tag.into));
    }
    if (some->empty()) RAPPORT_TRY(forget(tag));
    return static_cast<int>(some->size());
  }

 private:
  enum class Counted { kBefore, kAfter };

  // One row more or less, and the counter of its state with it.
  Result<bool> change(WorkspaceId workspace, ConversationId conversation, TagId tag,
                      std::string_view sql, std::string_view by, Counted counted) {
    const std::string count =
        "insert into tag_counter (workspace_id, tag_id, state, total)"
        " select workspace_id, tag_id, state, " +
        std::string(by) +
        " from conversation_tag where workspace_id = :workspace"
        " and conversation_id = :conversation and tag_id = :tag"
        " on conflict (workspace_id, tag_id, state)"
        " do update set total = tag_counter.total + excluded.total";
    const auto run = [&](std::string_view text) {
      return db_.query(text)
          .bind("workspace", workspace)
          .bind("conversation", conversation)
          .bind("tag", tag)
          .run();
    };
    if (counted == Counted::kBefore) RAPPORT_TRY(run(count));
    auto changed = run(sql);
    if (!changed) return fail(std::move(changed.error()));
    if (counted == Counted::kAfter && *changed > 0) RAPPORT_TRY(run(count));
    return *changed > 0;
  }

  Result<Done> is_there(WorkspaceId workspace, ConversationId conversation) {
    auto found =
        db_.query("select id from conversation where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", conversation)
            .one<ConversationId>();
    if (!found) return fail(std::move(found.error()));
    if (!*found) return not_found("There is no such conversation.");
    return Done{};
  }

  Result<Done> forget(const LeavingTag& tag) {
    RAPPORT_TRY(
        db_.query("delete from tag_counter where workspace_id = :workspace and tag_id = :tag")
            .bind("workspace", tag.workspace)
            .bind("tag", tag.id)
            .run());
    return may_change(db_.query("delete from tag where workspace_id = :workspace and id = :tag"
                                " and removed_at > 0")
                          .bind("workspace", tag.workspace)
                          .bind("tag", tag.id)
                          .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<Tags> make_tags(Connection& db) { return std::make_unique<SqlTags>(db); }

}  // namespace rapport
