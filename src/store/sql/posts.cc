#include "store/posts.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Post& post) {
  to(post.workspace, post.id, post.network, post.native_id, post.revision, post.url, post.author,
     post.conversation, post.parent, post.parent_native_id, post.root_native_id, post.kind,
     post.address, post.text, post.langs, post.entities, post.media, post.quoted, post.created_at,
     post.heard_at, post.edited_at, post.deleted_at, post.before_rapport, post.seen_via, post.likes,
     post.reposts, post.replies, post.our_like, post.our_repost, post.labels, post.to,
     post.our_hide);
}

void columns(Columns& to, Excerpt& excerpt) {
  to(excerpt.post, excerpt.text, excerpt.langs, excerpt.labels);
}

void columns(Columns& to, SaidWords& post) { to(post.post, post.said_at, post.text); }

void columns(Columns& to, RecentPost& post) {
  to(post.post, post.conversation, post.text, post.created_at, post.ours);
}

void columns(Columns& to, GivenAnswer& answer) {
  to(answer.post, answer.conversation, answer.text, answer.created_at, answer.question);
}

namespace {

constexpr std::string_view kSelect =
    "select workspace_id, id, network, native_id, revision, url, author_id, conversation_id,"
    " parent_id, parent_native_id, root_native_id, kind, address, text, langs, entities, media,"
    " quoted, created_at, heard_at, edited_at, deleted_at, before_rapport, seen_via, likes,"
    " reposts, replies, our_like, our_repost, labels, to_account_id, our_hide from post ";

std::string select(std::string_view rest) { return std::string(kSelect) += rest; }

std::string outline_select(std::string_view rest) {
  return std::string(
             "select p.id, p.author_id, coalesce(m.person_id, 0), coalesce(a.native_id, ''),"
             " p.native_id, p.parent_native_id, p.address, p.created_at, p.heard_at,"
             " case when p.deleted_at is null then 0 else 1 end, p.before_rapport,"
             " case when p.parent_id is null then 0 else 1 end,"
             " case when p.seen_via = 'outbox' then 1 else 0 end, p.to_account_id,"
             " case when coalesce(a.muted_by_us, 0) = 1 or coalesce(a.blocked_by_us, '') <> ''"
             " then 1 else 0 end,"
             " case when p.address = 'ours' then p.entities else '' end"
             " from post p"
             " left join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
             " left join person_account m on m.workspace_id = p.workspace_id"
             " and m.account_id = p.author_id ") += rest;
}

std::string words_select(std::string_view which, std::string_view order) {
  std::string sql = "select id, created_at, text from post where workspace_id = :workspace and ";
  (sql += which) += " and address <> 'ours' and deleted_at is null order by ";
  return (sql += order) += " limit :most";
}

// An engine may send these many rows before the first is looked at.
constexpr int kWordsAtATime = 2000;

struct RootRow {
  std::string native_id;
};

void columns(Columns& to, RootRow& row) { to(row.native_id); }

struct OutlineRow {
  OutlinePost post;
  std::vector<Entity> entities;
};

void columns(Columns& to, OutlineRow& row) {
  to(row.post.id, row.post.author, row.post.person, row.post.author_native_id, row.post.native_id,
     row.post.parent_native_id, row.post.address, row.post.created_at, row.post.heard_at,
     row.post.deleted, row.post.before_rapport, row.post.joined, row.post.from_rapport, row.post.to,
     row.post.silenced, row.entities);
}

OutlinePost outline_of(OutlineRow row) {
  for (Entity& entity : row.entities) {
    if (entity.kind == EntityKind::kMention) row.post.mentions.push_back(std::move(entity.value));
  }
  return std::move(row.post);
}

// What the full text holds of a post, as it lies in its row.
struct IndexedRow {
  ConversationId conversation;
  std::string text;
  std::optional<Time> deleted_at;

  bool indexed() const { return !deleted_at && !text.empty(); }
};

void columns(Columns& to, IndexedRow& row) { to(row.conversation, row.text, row.deleted_at); }

// Everything of a post that can change, for inserts and updates alike.
Query& bind_changing(Query& query, const Post& post) {
  return query.bind("revision", post.revision)
      .bind("url", post.url)
      .bind("conversation", post.conversation)
      .bind("parent", post.parent)
      .bind("parent_native_id", post.parent_native_id)
      .bind("root_native_id", post.root_native_id)
      .bind("kind", post.kind)
      .bind("address", post.address)
      .bind("text", post.text)
      .bind("langs", post.langs)
      .bind("entities", post.entities)
      .bind("media", post.media)
      .bind("quoted", post.quoted)
      .bind("edited_at", post.edited_at)
      .bind("deleted_at", post.deleted_at)
      .bind("before_rapport", post.before_rapport)
      .bind("seen_via", post.seen_via)
      .bind("likes", post.likes)
      .bind("reposts", post.reposts)
      .bind("replies", post.replies)
      .bind("our_like", post.our_like)
      .bind("our_repost", post.our_repost)
      .bind("our_hide", post.our_hide)
      .bind("labels", post.labels)
      .bind("to", post.to);
}

class SqlPosts final : public Posts {
 public:
  SqlPosts(Connection& db, FullText& words) : db_(db), words_(words) {}

  Result<Post> find(WorkspaceId workspace, PostId id) override {
    static const std::string sql = select("where workspace_id = :workspace and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Post>(),
                     "There is no such post.");
  }

  Result<std::optional<Post>> by_native_id(WorkspaceId workspace, std::string_view network,
                                           std::string_view native_id) override {
    static const std::string sql =
        select("where workspace_id = :workspace and network = :network and native_id = :native_id");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("native_id", native_id)
        .one<Post>();
  }

  Result<std::vector<Post>> by_native_ids(WorkspaceId workspace, std::string_view network,
                                          const std::vector<std::string>& native_ids) override {
    if (native_ids.empty()) return std::vector<Post>{};
    static const std::string sql =
        select("where workspace_id = :workspace and network = :network and native_id in ");
    return db_.query(sql + std::string(db_.dialect().words))
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("list", native_ids)
        .all<Post>();
  }

  Result<Done> add(const Post& post) override {
    Query query(db_,
                "insert into post (workspace_id, id, network, native_id, revision, url, author_id,"
                " conversation_id, parent_id, parent_native_id, root_native_id, kind, address,"
                " text, langs, entities, media, quoted, created_at, heard_at, edited_at,"
                " deleted_at, before_rapport, seen_via, likes, reposts, replies, our_like,"
                " our_repost, labels, to_account_id, our_hide)"
                " values (:workspace, :id, :network, :native_id, :revision, :url, :author,"
                " :conversation, :parent, :parent_native_id, :root_native_id, :kind, :address,"
                " :text, :langs, :entities, :media, :quoted, :created_at, :heard_at, :edited_at,"
                " :deleted_at, :before_rapport, :seen_via, :likes, :reposts, :replies, :our_like,"
                " :our_repost, :labels, :to, :our_hide)"
                " on conflict do nothing");
    query.bind("workspace", post.workspace)
        .bind("id", post.id)
        .bind("network", post.network)
        .bind("native_id", post.native_id)
        .bind("author", post.author)
        .bind("created_at", post.created_at)
        .bind("heard_at", post.heard_at);
    bind_changing(query, post);
    RAPPORT_TRY(must_change(query.run(), exists("This post was heard already.")));
    index(post.workspace, post.id, {post.conversation, post.text, post.deleted_at});
    return Done{};
  }

  Result<Done> save(const Post& post) override {
    auto before = db_.query(
                         "select conversation_id, text, deleted_at from post"
                         " where workspace_id = :workspace and id = :id")
                      .bind("workspace", post.workspace)
                      .bind("id", post.id)
                      .one<IndexedRow>();
    if (!before) return fail(std::move(before.error()));
    if (!*before) return not_found("There is no such post.");

    Query query(db_,
                "update post set revision = :revision, url = :url,"
                " conversation_id = :conversation, parent_id = :parent,"
                " parent_native_id = :parent_native_id, root_native_id = :root_native_id,"
                " kind = :kind, address = :address, text = :text, langs = :langs,"
                " entities = :entities, media = :media, quoted = :quoted,"
                " edited_at = :edited_at, deleted_at = :deleted_at,"
                " before_rapport = :before_rapport, seen_via = :seen_via, likes = :likes,"
                " reposts = :reposts, replies = :replies, our_like = :our_like, our_repost = "
                ":our_repost, our_hide = :our_hide,"
                " labels = :labels, to_account_id = :to"
                " where workspace_id = :workspace and id = :id");
    bind_changing(query, post).bind("workspace", post.workspace).bind("id", post.id);
    RAPPORT_TRY(must_change(query.run(), missing("There is no such post.")));

    reindex(post, **before);
    return Done{};
  }

  Result<std::vector<ConversationId>> conversations_of(WorkspaceId workspace,
                                                       AccountId author) override {
    return db_
        .query(
            "select distinct conversation_id from post where workspace_id = :workspace"
            " and author_id = :author order by conversation_id")
        .bind("workspace", workspace)
        .bind("author", author)
        .all<ConversationId>();
  }

  Result<std::vector<OutlinePost>> outline(WorkspaceId workspace, ConversationId conversation,
                                           int most) override {
    static const std::string all = outline_select(
        "where p.workspace_id = :workspace and p.conversation_id = :conversation"
        " order by p.created_at, p.id limit :most");
    static const std::string picked = outline_select(
        "where p.workspace_id = :workspace and p.id in"
        " (select id from (select id from post"
        " where workspace_id = :workspace and conversation_id = :conversation"
        " order by created_at desc, id desc limit :most) newest"
        " union select id from (select id from post"
        " where workspace_id = :workspace and conversation_id = :conversation"
        " and address <> 'context' order by created_at desc, id desc limit :most) concerned)"
        " order by p.created_at, p.id");
    const auto ask = [&](const std::string& sql, int rows) {
      return db_.query(sql)
          .bind("workspace", workspace)
          .bind("conversation", conversation)
          .bind("most", rows)
          .all<OutlineRow>();
    };
    auto rows = ask(all, most + 1);
    if (rows && rows->size() > static_cast<std::size_t>(most)) rows = ask(picked, most);
    if (!rows) return fail(std::move(rows.error()));
    std::vector<OutlinePost> posts;
    posts.reserve(rows->size());
    for (OutlineRow& row : *rows) posts.push_back(outline_of(std::move(row)));
    return posts;
  }

  Result<std::vector<Post>> thread(WorkspaceId workspace, ConversationId conversation,
                                   std::optional<ThreadPlace> after, int most) override {
    static const std::string first = select(
        "where workspace_id = :workspace and conversation_id = :conversation"
        " order by created_at, id limit :most");
    static const std::string next = select(
        "where workspace_id = :workspace and conversation_id = :conversation"
        " and (created_at, id) > (:created_at, :after)"
        " order by created_at, id limit :most");
    Query query(db_, after ? next : first);
    query.bind("workspace", workspace).bind("conversation", conversation).bind("most", most);
    if (after) query.bind("created_at", after->created_at).bind("after", after->id);
    return query.all<Post>();
  }

  Result<bool> look_at_said(WorkspaceId workspace, Time from, Time to,
                            std::optional<SaidPlace> after, const LookAtWords& look) override {
    static const std::string first =
        words_select("created_at >= :from and created_at < :to", "created_at desc, id desc");
    // With a second upper bound SQLite may start from that one and pass over all that lies between.
    static const std::string next =
        words_select("created_at >= :from and (created_at, id) < (:said_at, :after)",
                     "created_at desc, id desc");
    return look_at_words(look, [&](std::optional<SaidPlace> last) {
      std::optional<SaidPlace> place = last ? last : after;
      if (place && place->said_at >= to) place.reset();
      auto query = std::make_unique<Query>(db_, place ? next : first);
      query->bind("workspace", workspace).bind("from", from);
      if (place) {
        query->bind("said_at", place->said_at).bind("after", place->post);
      } else {
        query->bind("to", to);
      }
      return query;
    });
  }

  Result<bool> look_below(WorkspaceId workspace, PostId below, const LookAtWords& look) override {
    static const std::string sql = words_select("id < :below", "id desc");
    return look_at_words(look, [&](std::optional<SaidPlace> last) {
      auto query = std::make_unique<Query>(db_, sql);
      query->bind("workspace", workspace).bind("below", last ? last->post : below);
      return query;
    });
  }

  Result<std::vector<Post>> some(WorkspaceId workspace, const std::vector<PostId>& ids) override {
    if (ids.empty()) return std::vector<Post>{};
    std::string sql = select("where workspace_id = :workspace and id in ");
    return db_.query(sql += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Post>();
  }

  Result<std::vector<Excerpt>> excerpts(WorkspaceId workspace,
                                        const std::vector<PostId>& ids) override {
    if (ids.empty()) return std::vector<Excerpt>{};
    std::string sql =
        "select id, text, langs, labels from post where workspace_id = :workspace and id in ";
    return db_.query(sql += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Excerpt>();
  }

  Result<std::vector<std::string>> roots_of(WorkspaceId workspace, AccountId author,
                                            int most) override {
    auto rows = db_.query(
                       "select root_native_id from post"
                       " where workspace_id = :workspace and author_id = :author"
                       " order by created_at desc, id desc limit :most")
                    .bind("workspace", workspace)
                    .bind("author", author)
                    .bind("most", most)
                    .all<RootRow>();
    RAPPORT_TRY(rows);
    std::vector<std::string> roots;
    for (RootRow& row : *rows) {
      if (std::find(roots.begin(), roots.end(), row.native_id) == roots.end()) {
        roots.push_back(std::move(row.native_id));
      }
    }
    return roots;
  }

  // One index gives one account's posts in order, so each account is asked for its own.
  Result<std::vector<RecentPost>> recent_with(WorkspaceId workspace, PersonId person,
                                              int most) override {
    auto theirs = accounts_of_person(db_, workspace, person);
    if (!theirs) return fail(std::move(theirs.error()));
    auto ours = accounts_of_ours(db_, workspace);
    if (!ours) return fail(std::move(ours.error()));
    std::vector<RecentPost> recent;
    const auto take = [&](Result<std::vector<RecentPost>> some) -> Result<Done> {
      if (!some) return fail(std::move(some.error()));
      std::move(some->begin(), some->end(), std::back_inserter(recent));
      return Done{};
    };
    for (const AccountId account : *theirs) {
      RAPPORT_TRY(take(said_by(workspace, account, most)));
      for (const AccountId own : *ours) {
        RAPPORT_TRY(take(answers_to(workspace, account, own, most)));
      }
    }
    std::sort(recent.begin(), recent.end(), [](const RecentPost& a, const RecentPost& b) {
      return std::tie(a.created_at, a.post) > std::tie(b.created_at, b.post);
    });
    if (recent.size() > static_cast<std::size_t>(most))
      recent.resize(static_cast<std::size_t>(most));
    return recent;
  }

  Result<std::vector<GivenAnswer>> given_answers(WorkspaceId workspace, int most) override {
    auto ours = accounts_of_ours(db_, workspace);
    if (!ours) return fail(std::move(ours.error()));
    std::vector<GivenAnswer> given;
    for (const AccountId own : *ours) {
      auto some = db_.query(
                         "select newest.id, newest.conversation_id, newest.text,"
                         " newest.created_at, q.text from (select id, conversation_id, text,"
                         " created_at, parent_id from post where workspace_id = :workspace"
                         " and author_id = :ours and parent_id is not null and deleted_at is null"
                         " and text <> '' order by created_at desc, id desc limit :most) as newest"
                         " join post q on q.workspace_id = :workspace and q.id = newest.parent_id"
                         " and q.address <> 'ours'"
                         " order by newest.created_at desc, newest.id desc")
                      .bind("workspace", workspace)
                      .bind("ours", own)
                      .bind("most", most)
                      .all<GivenAnswer>();
      if (!some) return fail(std::move(some.error()));
      std::move(some->begin(), some->end(), std::back_inserter(given));
    }
    std::sort(given.begin(), given.end(), [](const GivenAnswer& a, const GivenAnswer& b) {
      return std::tie(a.created_at, a.post) > std::tie(b.created_at, b.post);
    });
    if (given.size() > static_cast<std::size_t>(most)) given.resize(static_cast<std::size_t>(most));
    return given;
  }

 private:
  // `ask` makes the query for what comes behind a place, or for the beginning.
  template <class Ask>
  Result<bool> look_at_words(const LookAtWords& look, const Ask& ask) {
    std::optional<SaidPlace> last;
    for (;;) {
      int seen = 0;
      const auto query = ask(last);
      auto went_on =
          query->bind("most", kWordsAtATime).template each<SaidWords>([&](const SaidWords& each) {
            ++seen;
            last = SaidPlace{each.said_at, each.post};
            return look(each);
          });
      if (!went_on || !*went_on || seen < kWordsAtATime) return went_on;
    }
  }

  Result<std::vector<RecentPost>> said_by(WorkspaceId workspace, AccountId author, int most) {
    return db_
        .query(
            "select id, conversation_id, text, created_at, 0 from post"
            " where workspace_id = :workspace and author_id = :author"
            " and address in ('branch', 'direct') and deleted_at is null"
            " order by created_at desc, id desc limit :most")
        .bind("workspace", workspace)
        .bind("author", author)
        .bind("most", most)
        .all<RecentPost>();
  }

  Result<std::vector<RecentPost>> answers_to(WorkspaceId workspace, AccountId account,
                                             AccountId ours, int most) {
    return db_
        .query(
            "select p.id, p.conversation_id, p.text, p.created_at, 1 from interaction i"
            " join post p on p.workspace_id = i.workspace_id and p.id = i.post_id"
            " where i.workspace_id = :workspace and i.object_id = :account"
            " and i.kind = 'reply' and i.actor_id = :ours"
            " and p.deleted_at is null order by i.at desc limit :most")
        .bind("workspace", workspace)
        .bind("account", account)
        .bind("ours", ours)
        .bind("most", most)
        .all<RecentPost>();
  }

  void index(WorkspaceId workspace, PostId id, const IndexedRow& row) {
    if (row.indexed()) words_.add({workspace, row.conversation, id, row.text});
  }

  void reindex(const Post& post, const IndexedRow& before) {
    const IndexedRow now{post.conversation, post.text, post.deleted_at};
    if (before.indexed() == now.indexed() && before.text == now.text &&
        before.conversation == now.conversation) {
      return;
    }
    if (before.indexed()) {
      words_.remove({post.workspace, before.conversation, post.id, before.text});
    }
    index(post.workspace, post.id, now);
  }

  Connection& db_;
  FullText& words_;
};

}  // namespace

std::unique_ptr<Posts> make_posts(Connection& db, FullText& words) {
  return std::make_unique<SqlPosts>(db, words);
}

}  // namespace rapport
