#include "store/sql/conversation_list_sql.h"

#include <variant>

#include "store/sql/conversation_lists.h"
#include "store/sql/nouns.h"

namespace rapport {
namespace {

// The same of a conversation called c, among other tables.
constexpr std::string_view kColumnsOfC =
    "select c.workspace_id, c.id, c.channel_id, c.network, c.root_native_id, c.state, c.owner_id,"
    " c.waiting_since, c.answer_to, c.snoozed_until, c.resolution, c.skip_reason, c.lead_id,"
    " c.excerpt_post_id, c.first_heard_at, c.last_post_at, c.first_reply_at, c.posts, c.people,"
    " c.before_rapport, c.reading, c.version, c.changed_at,"
    " c.resolved_reason, c.resolved_article_id, c.in_public";

// The conditions of a filter, but for its text, as SQL that an index can follow. `prefix` names the
// table where there are several.
std::string conditions(const ConversationFilter& filter, std::string_view prefix) {
  std::string sql;
  const auto add = [&](std::string_view column, std::string_view test) {
    ((sql += " and ") += prefix) += column;
    sql += test;
  };
  // The state is written out, not bound: only so does SQLite see that a partial index fits.
  if (filter.state) add("state", " = '" + std::string(to_word(*filter.state)) + "'");
  if (std::holds_alternative<Nobody>(filter.owner)) add("owner_id", " is null");
  if (std::holds_alternative<MemberId>(filter.owner)) add("owner_id", " = :owner");
  if (filter.channel && prefix.empty()) add("channel_id", " = :channel");
  if (filter.channel && !prefix.empty()) {
    // A search looks at few conversations: one that concerns this channel as well is found with it.
    sql +=
        " and (c.channel_id = :channel or exists (select 1 from also_concerns x"
        " where x.workspace_id = :workspace and x.conversation_id = c.id"
        " and x.channel_id = :channel))";
  }
  return sql;
}

// What was only heard stands in lists of that state alone, and in those of a reason or topic, whose
// numbers count it.
std::string unless_heard(const ConversationFilter& filter, std::string_view prefix) {
  if (filter.state || filter.told) return {};
  return (std::string(" and ") += prefix) += "state <> 'heard'";
}

constexpr std::string_view kHasTag =
    " and exists (select 1 from conversation_tag t where t.workspace_id = c.workspace_id"
    " and t.conversation_id = c.id and t.tag_id = :tag)";
constexpr std::string_view kMentions =
    " and exists (select 1 from member_mention m where m.workspace_id = c.workspace_id"
    " and m.conversation_id = c.id and m.member_id = :mentioned)";

// The SQL of a page that another table leads through, in its own order. "cross join" is what keeps
// SQLite from turning the two tables round.
std::string led_by(std::string_view table, const std::string& key, bool rising,
                   std::string_view limits, bool after) {
  std::string sql = std::string(kColumnsOfC) + ", " + key + " from ";
  sql += table;
  sql += " d cross join conversation c where d.workspace_id = :workspace";
  sql += limits;
  sql += " and c.workspace_id = d.workspace_id and c.id = d.conversation_id";
  if (after) {
    sql += " and (" + key + ", d.conversation_id) " + (rising ? ">" : "<") + " (:key, :id)";
  }
  const std::string order = rising ? "" : " desc";
  return sql + " order by " + key + order + ", d.conversation_id" + order + " limit :most";
}

// Through the tag's rows or the member's mentions.
std::string led_sql(const ConversationFilter& filter, bool after) {
  if (filter.mentioned) {
    std::string limits =
        " and d.member_id = :mentioned" + conditions(filter, "c.") + unless_heard(filter, "c.");
    if (filter.tag) limits += kHasTag;
    return led_by("member_mention", "d.last_at", false, limits, after);
  }
  const bool open = filter.state == ConversationState::kOpen;
  return led_by("conversation_tag", open ? "d.wait_key" : "d.last_post_at", open,
                " and d.tag_id = :tag" + conditions(filter, "d.") + unless_heard(filter, "d."),
                after);
}

}  // namespace

std::string page_sql(const ConversationFilter& filter, bool after) {
  if (filter.tag || filter.mentioned) return led_sql(filter, after);
  const bool open = filter.state == ConversationState::kOpen;
  const std::string key = open ? "coalesce(waiting_since, last_post_at)" : "last_post_at";
  std::string sql = std::string(kSelectConversation) + ", " + key +
                    " from conversation where workspace_id = :workspace" + conditions(filter, "") +
                    unless_heard(filter, "");
  if (after) sql += " and (" + key + ", id) " + (open ? ">" : "<") + " (:key, :id)";
  const std::string order = open ? "" : " desc";
  // PostgreSQL takes "is null" for no reason that the rest of an index is in order.
  const bool nobodys = std::holds_alternative<Nobody>(filter.owner);
  const std::string first = nobodys ? "owner_id" + order + ", " : "";
  return sql + " order by " + first + key + order + ", id" + order + " limit :most";
}

std::string matters_sql(const ConversationFilter& filter, bool after) {
  ConversationFilter led;
  led.state = ConversationState::kOpen;
  led.owner = filter.owner;
  std::string sql = std::string(kSelectConversation) +
                    ", matters from conversation where workspace_id = :workspace" +
                    conditions(led, "");
  if (after) sql += " and (matters, id) > (:key, :id)";
  const bool nobodys = std::holds_alternative<Nobody>(filter.owner);
  return sql + " order by " + (nobodys ? "owner_id, " : "") + "matters, id limit :most";
}

std::string also_sql(const ConversationFilter& filter, bool after) {
  const bool open = filter.state == ConversationState::kOpen;
  ConversationFilter rest = filter;
  rest.channel.reset();
  return led_by("also_concerns", open ? "d.wait_key" : "d.last_post_at", open,
                " and d.channel_id = :channel and c.channel_id <> :channel" +
                    conditions(rest, "d.") + unless_heard(rest, "d."),
                after);
}

std::string told_sql(bool by_topic, bool after) {
  std::string sql = "select d.said_at, d.post_id, p.conversation_id from ";
  sql += by_topic ? "post_topic" : "post_reason";
  sql += " d cross join post p where d.workspace_id = :workspace and ";
  sql += by_topic ? "d.topic_id = :topic" : "d.reason = :reason";
  sql += " and d.said_at >= :since";
  if (after) sql += " and (d.said_at, d.post_id) < (:key, :id)";
  sql += " and p.workspace_id = d.workspace_id and p.id = d.post_id";
  return sql + " order by d.said_at desc, d.post_id desc limit :most";
}

std::string told_above_sql(bool by_topic, std::string_view list) {
  std::string sql = "select distinct p.conversation_id from post p cross join ";
  sql += by_topic ? "post_topic" : "post_reason";
  (sql += " d where p.workspace_id = :workspace and p.conversation_id in ") += list;
  sql += " and d.workspace_id = p.workspace_id and ";
  sql += by_topic ? "d.topic_id = :topic" : "d.reason = :reason";
  sql += " and d.said_at = p.created_at and d.post_id = p.id";
  return sql + " and (p.created_at, p.id) >= (:key, :id)";
}

std::string hits_sql(std::string_view columns, const ConversationFilter& filter,
                     std::string_view list) {
  std::string limits = conditions(filter, "c.") + unless_heard(filter, "c.");
  if (filter.tag) limits += kHasTag;
  if (filter.mentioned) limits += kMentions;
  std::string sql(columns);
  sql += " from post p";
  if (!limits.empty()) {
    // The posts lead, whatever an index of the conversations promises: "cross join" as above.
    sql += " cross join conversation c";
    limits = " and c.workspace_id = p.workspace_id and c.id = p.conversation_id" + limits;
  }
  sql += " where p.workspace_id = :workspace and p.id in ";
  sql += list;
  return sql + limits + " order by p.id desc";
}

void bind_conditions(Query& query, const ConversationFilter& filter) {
  if (const auto* owner = std::get_if<MemberId>(&filter.owner)) query.bind("owner", *owner);
  if (filter.channel) query.bind("channel", *filter.channel);
  if (filter.tag) query.bind("tag", *filter.tag);
  if (filter.mentioned) query.bind("mentioned", *filter.mentioned);
}

}  // namespace rapport
