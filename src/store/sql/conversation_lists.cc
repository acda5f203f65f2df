#include "store/sql/conversation_lists.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "store/sql/conversation_list_sql.h"
#include "store/sql/nouns.h"
#include "store/sql/packing.h"
#include "store/sql/relevance.h"

namespace rapport {
namespace {

// One call looks at this many of the posts that match, so that a word everybody uses cannot hold a
// reader up; the next call goes on where it stopped.
constexpr int kMostHits = 800;
constexpr int kFirstHits = 200;
constexpr int kMostHitsAtATime = 400;
// So few conversations that fit the rest of a filter are searched by themselves.
constexpr int kFew = 50;
// So few that a tag, a mention or a channel leads to are put in order by themselves.
constexpr int kFewMarked = 500;
// So many conversations are looked at, at most, for those that were read as one asks.
constexpr int kMostLooked = 2000;
// So many of the newest posts that match and fit the rest of the filter are compared when the best
// are asked for. To find them so many that match are looked through: what was only heard may be
// most of them.
constexpr int kMostRanked = 500;
constexpr int kMostLookedThrough = 20'000;
constexpr int kMostLookedThroughAtATime = 2000;

struct Hit {
  PostId post;
  ConversationId conversation;
};

void columns(Columns& to, Hit& hit) { to(hit.post, hit.conversation); }

struct ToldHit {
  std::int64_t said_at = 0;
  PostId post;
  ConversationId conversation;

  auto place() const { return std::tie(said_at, post); }
};

void columns(Columns& to, ToldHit& hit) { to(hit.said_at, hit.post, hit.conversation); }

struct RankedHit {
  ConversationId conversation;
  std::string text;
};

void columns(Columns& to, RankedHit& hit) { to(hit.conversation, hit.text); }

PostId below(std::optional<ListPlace> after) {
  return PostId{after ? after->key : std::numeric_limits<std::int64_t>::max()};
}

bool has_text(const ConversationFilter& filter) {
  return filter.text.find_first_not_of(" \t\r\n") != std::string::npos;
}

bool has_limits(const ConversationFilter& filter) {
  return !filter.told || filter.state || !std::holds_alternative<Anyone>(filter.owner) ||
         filter.channel || filter.tag || filter.mentioned;
}

// The page of at most `most` rows out of one more, if there is one.
Conversations::Rows cut(std::vector<Conversations::Row> rows, int most) {
  Conversations::Rows page{std::move(rows), {}};
  if (page.rows.size() > static_cast<std::size_t>(most)) {
    page.rows.resize(static_cast<std::size_t>(most));
    const Conversations::Row& last = page.rows.back();
    page.next = ListPlace{last.key, last.conversation.id};
  }
  return page;
}

class Lists {
 public:
  Lists(Connection& db, FullText& words, WorkspaceId workspace, const ConversationFilter& filter)
      : db_(db), words_(words), workspace_(workspace), filter_(filter) {}

  Result<Conversations::Rows> page(std::optional<ListPlace> after, int most) {
    if (filter_.told) return told(after, most);
    if (has_text(filter_)) {
      RAPPORT_TRY(look_for_few());
      if (few_ && few_->empty()) return Conversations::Rows{};
      auto found =
          filter_.order == SearchOrder::kRelevance ? best(after, most) : newest(after, most);
      if (found) RAPPORT_TRY(drop_unfit(found->rows));
      return found;
    }
    if (by_matters() && (filter_.tag || filter_.mentioned || filter_.channel)) {
      auto marked = in_order({}, kFewMarked + 1);
      if (!marked) return fail(std::move(marked.error()));
      if (marked->size() <= static_cast<std::size_t>(kFewMarked)) {
        return sorted(std::move(*marked), after, most);
      }
    }
    if (by_matters() || filter_.reading.asks()) return picked(after, most);
    auto rows = in_order(after, most + 1);
    if (!rows) return fail(std::move(rows.error()));
    return cut(std::move(*rows), most);
  }

 private:
  using Row = Conversations::Row;
  using Rows = Conversations::Rows;

  bool by_matters() const {
    return filter_.list_order == ListOrder::kMatters && filter_.state == ConversationState::kOpen &&
           !has_text(filter_);
  }

  // The page of all these in the order of what matters.
  Result<Rows> sorted(std::vector<Row> rows, std::optional<ListPlace> after, int most) {
    for (Row& row : rows) row.key = matters_of(row.conversation);
    const auto place = [](const Row& row) { return std::tie(row.key, row.conversation.id); };
    std::erase_if(rows, [&](const Row& row) {
      return !filter_.reading.fits(row.conversation.reading) ||
             (after && place(row) <= std::tie(after->key, after->id));
    });
    std::ranges::sort(rows, {}, place);
    return cut(std::move(rows), most);
  }

  // Walks down a list and keeps what fits.
  Result<Rows> picked(std::optional<ListPlace> after, int most) {
    Rows page;
    int looked = 0;
    for (int step = most + 1;; step = std::min(4 * step, kMostLooked - looked)) {
      auto rows = by_matters() ? in_order_of_matters(after, step) : in_order(after, step);
      if (!rows) return fail(std::move(rows.error()));
      looked += step;
      const bool ends = static_cast<int>(rows->size()) < step;
      if (!rows->empty()) after = ListPlace{rows->back().key, rows->back().conversation.id};
      RAPPORT_TRY(drop_unfit(*rows));
      for (Row& row : *rows) {
        if (static_cast<int>(page.rows.size()) == most) {
          page.next = ListPlace{page.rows.back().key, page.rows.back().conversation.id};
          return page;
        }
        page.rows.push_back(std::move(row));
      }
      if (ends) return page;
      // There may be more further down: whoever asks can go on from here.
      if (looked >= kMostLooked) {
        page.next = after;
        return page;
      }
    }
  }

  Result<std::vector<Row>> in_order_of_matters(std::optional<ListPlace> after, int most) {
    Query query(db_, matters_sql(filter_, after.has_value()));
    query.bind("workspace", workspace_).bind("most", most);
    if (const auto* owner = std::get_if<MemberId>(&filter_.owner)) query.bind("owner", *owner);
    if (after) query.bind("key", after->key).bind("id", after->id);
    return query.all<Row>();
  }

  // Leaves what was read as one asks; in the order of what matters, which only goes by state and
  // owner, also what the rest of the filter lets through.
  Result<Done> drop_unfit(std::vector<Row>& rows) {
    std::erase_if(rows,
                  [&](const Row& row) { return !filter_.reading.fits(row.conversation.reading); });
    if (!by_matters()) return Done{};
    if (filter_.tag) {
      RAPPORT_TRY(drop_others(rows, "conversation_tag", "tag_id", filter_.tag->value, {}));
    }
    if (filter_.mentioned) {
      RAPPORT_TRY(drop_others(rows, "member_mention", "member_id", filter_.mentioned->value, {}));
    }
    if (filter_.channel) {
      return drop_others(rows, "also_concerns", "channel_id", filter_.channel->value,
                         filter_.channel);
    }
    return Done{};
  }

  // Leaves those of this channel, and those that have a row with this number in another table.
  Result<Done> drop_others(std::vector<Row>& rows, std::string_view table, std::string_view column,
                           std::int64_t number, std::optional<ChannelId> channel) {
    std::vector<ConversationId> ids;
    for (const Row& each : rows) ids.push_back(each.conversation.id);
    if (ids.empty()) return Done{};
    std::string sql = "select conversation_id from ";
    sql += table;
    ((sql += " where workspace_id = :workspace and ") += column) += " = :number";
    (sql += " and conversation_id in ") += db_.dialect().numbers;
    auto found = db_.query(sql)
                     .bind("workspace", workspace_)
                     .bind("number", number)
                     .bind("list", pack_ids(ids))
                     .all<ConversationId>();
    if (!found) return fail(std::move(found.error()));
    const std::unordered_set<ConversationId> marked(found->begin(), found->end());
    std::erase_if(rows, [&](const Row& row) {
      return row.conversation.channel != channel && !marked.contains(row.conversation.id);
    });
    return Done{};
  }

  // Walks down the posts that told it, the newest first, and keeps the conversations not seen yet.
  Result<Rows> told(std::optional<ListPlace> after, int most) {
    std::vector<ListPlace> page;
    std::vector<ToldHit> ends;  // of each in the page
    std::unordered_set<ConversationId> seen;
    std::optional<ListPlace> place = after;
    int looked = 0;
    for (int step = kFirstHits;; step = std::min(2 * step, kMostHitsAtATime)) {
      auto hits = told_below(place, step);
      if (!hits) return fail(std::move(hits.error()));
      const bool ends_here = static_cast<int>(hits->size()) < step;
      looked += static_cast<int>(hits->size());
      if (!hits->empty()) place = place_of(hits->back());
      RAPPORT_TRY(leave_fitting(*hits));
      std::erase_if(*hits,
                    [&](const ToldHit& hit) { return !seen.insert(hit.conversation).second; });
      if (after) RAPPORT_TRY(drop_told_above(*hits, *after));
      for (const ToldHit& hit : *hits) {
        if (static_cast<int>(page.size()) == most) return told_rows(page, place_of(ends.back()));
        page.push_back({hit.said_at, hit.conversation});
        ends.push_back(hit);
      }
      if (ends_here) return told_rows(page, std::nullopt);
      // There may be more further down: whoever asks can go on from here.
      if (looked >= kMostHits) return told_rows(page, place);
    }
  }

  static ListPlace place_of(const ToldHit& hit) {
    return {hit.said_at, ConversationId{hit.post.value}};
  }

  Result<Rows> told_rows(const std::vector<ListPlace>& places, std::optional<ListPlace> next) {
    auto rows = rows_at(places, next);
    if (rows) RAPPORT_TRY(drop_unfit(rows->rows));
    return rows;
  }

  // For each key of the reason, or once for the topic.
  template <class Each>
  Result<Done> each_told(Each&& each) {
    if (filter_.told->topic) {
      return each([&](Query& query) { query.bind("topic", *filter_.told->topic); });
    }
    for (const std::string& key : filter_.told->reasons) {
      RAPPORT_TRY(each([&](Query& query) { query.bind("reason", key); }));
    }
    return Done{};
  }

  Result<std::vector<ToldHit>> told_below(const std::optional<ListPlace>& place, int most) {
    std::vector<ToldHit> hits;
    const auto asked_all = each_told([&](auto&& bind) -> Result<Done> {
      Query query(db_, told_sql(filter_.told->topic.has_value(), place.has_value()));
      query.bind("workspace", workspace_).bind("since", filter_.told->since).bind("most", most);
      bind(query);
      if (place) query.bind("key", place->key).bind("id", place->id);
      auto some = query.all<ToldHit>();
      RAPPORT_TRY(some);
      hits.insert(hits.end(), some->begin(), some->end());
      return Done{};
    });
    if (!asked_all) return fail(asked_all.error());
    std::ranges::sort(hits, std::greater{}, &ToldHit::place);
    if (hits.size() > static_cast<std::size_t>(most)) hits.resize(static_cast<std::size_t>(most));
    return hits;
  }

  // Leaves the posts whose conversations fit the rest of the filter.
  Result<Done> leave_fitting(std::vector<ToldHit>& hits) {
    if (hits.empty() || !has_limits(filter_)) return Done{};
    std::vector<PostId> posts;
    for (const ToldHit& each : hits) posts.push_back(each.post);
    auto fitting = hits_among(posts);
    if (!fitting) return fail(std::move(fitting.error()));
    std::unordered_set<PostId> fit;
    for (const Hit& each : *fitting) fit.insert(each.post);
    std::erase_if(hits, [&](const ToldHit& hit) { return !fit.contains(hit.post); });
    return Done{};
  }

  // A conversation whose newest such post lies at or above the place was on an earlier page.
  Result<Done> drop_told_above(std::vector<ToldHit>& hits, const ListPlace& place) {
    if (hits.empty()) return Done{};
    std::vector<ConversationId> ids;
    for (const ToldHit& each : hits) ids.push_back(each.conversation);
    std::unordered_set<ConversationId> earlier;
    const auto asked_all = each_told([&](auto&& bind) -> Result<Done> {
      Query query(db_, told_above_sql(filter_.told->topic.has_value(), db_.dialect().numbers));
      query.bind("workspace", workspace_).bind("list", pack_ids(ids));
      bind(query);
      query.bind("key", place.key).bind("id", place.id);
      auto some = query.all<ConversationId>();
      RAPPORT_TRY(some);
      earlier.insert(some->begin(), some->end());
      return Done{};
    });
    if (!asked_all) return fail(asked_all.error());
    std::erase_if(hits, [&](const ToldHit& hit) { return earlier.contains(hit.conversation); });
    return Done{};
  }

  // A page without regard to text.
  Result<std::vector<Row>> in_order(std::optional<ListPlace> after, int most) {
    auto rows = read(page_sql(filter_, after.has_value()), after, most);
    // A list that another table leads through has looked at both kinds already.
    if (!rows || !filter_.channel || filter_.tag || filter_.mentioned) return rows;
    auto others = read(also_sql(filter_, after.has_value()), after, most);
    if (!others) return others;
    if (others->empty()) return rows;
    const bool open = filter_.state == ConversationState::kOpen;
    std::move(others->begin(), others->end(), std::back_inserter(*rows));
    std::ranges::sort(*rows, [open](const Row& a, const Row& b) {
      const auto one = std::tie(a.key, a.conversation.id);
      const auto other = std::tie(b.key, b.conversation.id);
      return open ? one < other : one > other;
    });
    if (rows->size() > static_cast<std::size_t>(most)) rows->resize(static_cast<std::size_t>(most));
    return rows;
  }

  Result<std::vector<Row>> read(const std::string& sql, std::optional<ListPlace> after, int most) {
    Query query(db_, sql);
    query.bind("workspace", workspace_).bind("most", most);
    bind_conditions(query, filter_);
    if (after) query.bind("key", after->key).bind("id", after->id);
    return query.all<Row>();
  }

  // Where few conversations fit the rest of the filter, the words are looked up in those alone.
  Result<Done> look_for_few() {
    if (!has_limits(filter_)) return Done{};
    auto rows = in_order({}, kFew + 1);
    if (!rows) return fail(std::move(rows.error()));
    if (rows->size() > static_cast<std::size_t>(kFew)) return Done{};
    few_.emplace();
    for (const Row& each : *rows) few_->push_back(each.conversation.id);
    return Done{};
  }

  Result<std::vector<PostId>> find(PostId before, int most) {
    return few_ ? words_.find_within(workspace_, *few_, filter_.text, before, most)
                : words_.find(workspace_, filter_.text, before, most);
  }

  // Walks down the posts that match, the newest first, and keeps the conversations not seen yet.
  Result<Rows> newest(std::optional<ListPlace> after, int most) {
    PostId before = below(after);
    std::vector<ListPlace> page;
    std::unordered_set<ConversationId> seen;
    int looked = 0;
    for (int step = kFirstHits;; step = std::min(2 * step, kMostHitsAtATime)) {
      step = std::min(step, kMostHits - looked);
      auto posts = find(before, step);
      if (!posts) return fail(std::move(posts.error()));
      if (posts->empty()) return rows_at(page);
      before = posts->back();
      looked += static_cast<int>(posts->size());
      auto hits = hits_among(*posts);
      if (!hits) return fail(std::move(hits.error()));
      std::erase_if(*hits, [&](const Hit& hit) { return !seen.insert(hit.conversation).second; });
      if (after) RAPPORT_TRY(drop_earlier(*hits, PostId{after->key}));
      for (const Hit& hit : *hits) {
        page.push_back({hit.post.value, hit.conversation});
        if (static_cast<int>(page.size()) > most) {
          page.pop_back();
          return rows_at(page, page.back());
        }
      }
      if (static_cast<int>(posts->size()) < step) return rows_at(page);
      // There may be more further down: whoever asks can go on from here.
      if (looked >= kMostHits)
        return rows_at(page, ListPlace{before.value, ConversationId{before.value}});
    }
  }

  // A conversation whose newest match lies at or above the place was on an earlier page.
  Result<Done> drop_earlier(std::vector<Hit>& hits, PostId from) {
    if (hits.empty()) return Done{};
    std::vector<ConversationId> ids;
    for (const Hit& each : hits) ids.push_back(each.conversation);
    // Most of them have nothing as new as that at all.
    auto newer = db_.query(
                        "select distinct conversation_id from post where workspace_id = :workspace"
                        " and id >= :from and conversation_id in " +
                        std::string(db_.dialect().numbers))
                     .bind("workspace", workspace_)
                     .bind("from", from)
                     .bind("list", pack_ids(ids))
                     .all<ConversationId>();
    if (!newer) return fail(std::move(newer.error()));
    std::unordered_set<ConversationId> earlier;
    for (const ConversationId each : *newer) {
      auto matches = words_.any_in(workspace_, each, filter_.text, from);
      if (!matches) return fail(std::move(matches.error()));
      if (*matches) earlier.insert(each);
    }
    std::erase_if(hits, [&](const Hit& hit) { return earlier.contains(hit.conversation); });
    return Done{};
  }

  // Of the newest posts that match, the conversations of those that fit best. An equal fit leaves
  // the newer conversation first.
  Result<Rows> best(std::optional<ListPlace> after, int most) {
    auto hits = newest_that_fit();
    if (!hits) return fail(std::move(hits.error()));
    const Relevance relevance(filter_.text);
    std::unordered_map<ConversationId, std::int64_t> scores;
    for (const RankedHit& hit : *hits) {
      const std::int64_t score = relevance.score(hit.text);
      const auto [place, fresh] = scores.try_emplace(hit.conversation, score);
      if (!fresh) place->second = std::max(place->second, score);
    }
    std::vector<ListPlace> order;
    for (const auto& [conversation, score] : scores) {
      const ListPlace place{score, conversation};
      if (!after || std::tie(place.key, place.id) < std::tie(after->key, after->id)) {
        order.push_back(place);
      }
    }
    std::sort(order.begin(), order.end(), [](const ListPlace& one, const ListPlace& other) {
      return std::tie(one.key, one.id) > std::tie(other.key, other.id);
    });
    if (order.size() <= static_cast<std::size_t>(most)) return rows_at(order);
    order.resize(static_cast<std::size_t>(most));
    return rows_at(order, order.back());
  }

  // Of the posts that match, the newest kMostRanked whose conversations fit the rest of the filter.
  Result<std::vector<RankedHit>> newest_that_fit() {
    std::vector<RankedHit> fitting;
    PostId before = below({});
    int looked = 0;
    for (int step = kMostRanked; looked < kMostLookedThrough; step = kMostLookedThroughAtATime) {
      step = std::min(step, kMostLookedThrough - looked);
      auto posts = find(before, step);
      if (!posts) return fail(std::move(posts.error()));
      if (posts->empty()) break;
      before = posts->back();
      looked += static_cast<int>(posts->size());
      auto hits = asked<RankedHit>("select p.conversation_id, p.text", *posts);
      if (!hits) return fail(std::move(hits.error()));
      std::ranges::move(*hits, std::back_inserter(fitting));
      if (fitting.size() >= static_cast<std::size_t>(kMostRanked)) {
        fitting.resize(static_cast<std::size_t>(kMostRanked));
        break;
      }
      if (static_cast<int>(posts->size()) < step) break;
    }
    return fitting;
  }

  Result<std::vector<Hit>> hits_among(const std::vector<PostId>& posts) {
    return asked<Hit>("select p.id, p.conversation_id", posts);
  }

  template <class T>
  Result<std::vector<T>> asked(std::string_view columns, const std::vector<PostId>& posts) {
    Query query(db_, hits_sql(columns, filter_, db_.dialect().numbers));
    query.bind("workspace", workspace_).bind("list", pack_ids(posts));
    bind_conditions(query, filter_);
    return query.all<T>();
  }

  // The conversations at these places, in their order.
  Result<Rows> rows_at(const std::vector<ListPlace>& places,
                       std::optional<ListPlace> next = std::nullopt) {
    Rows page{{}, next};
    if (places.empty()) return page;
    std::vector<ConversationId> ids;
    for (const ListPlace& each : places) ids.push_back(each.id);
    static const std::string sql = std::string(kSelectConversation) +
                                   " from conversation where workspace_id = :workspace and id in ";
    auto found = db_.query(sql + std::string(db_.dialect().numbers))
                     .bind("workspace", workspace_)
                     .bind("list", pack_ids(ids))
                     .all<Conversation>();
    if (!found) return fail(std::move(found.error()));
    std::unordered_map<ConversationId, Conversation*> by_id;
    for (Conversation& each : *found) by_id[each.id] = &each;
    page.rows.reserve(places.size());
    for (const ListPlace& each : places) {
      const auto there = by_id.find(each.id);
      if (there == by_id.end()) return not_found("There is no such conversation.");
      page.rows.push_back({std::move(*there->second), each.key});
    }
    return page;
  }

  Connection& db_;
  FullText& words_;
  const WorkspaceId workspace_;
  const ConversationFilter& filter_;
  std::optional<std::vector<ConversationId>> few_;  // nothing: too many to name them
};

}  // namespace

std::int64_t matters_of(const Conversation& conversation) {
  if (conversation.state != ConversationState::kOpen) return 0;
  return rank_of(conversation.reading) * kRank +
         to_micros(conversation.waiting_since.value_or(conversation.last_post_at));
}

Result<Conversations::Rows> list_conversations(Connection& db, FullText& words,
                                               WorkspaceId workspace,
                                               const ConversationFilter& filter,
                                               std::optional<ListPlace> after, int most) {
  return Lists(db, words, workspace, filter).page(after, most);
}

}  // namespace rapport
