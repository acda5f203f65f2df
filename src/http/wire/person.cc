#include "http/wire/person.h"

#include "http/wire/parts.h"

namespace rapport {
namespace {

std::string_view word_of(bool on_its_way, bool stands) {
  return on_its_way ? "pending" : stands ? "yes" : "no";
}

json::object account_part(const AccountView& view) {
  const Account& account = view.account;
  json::object out = account_ref(account);
  out["bio"] = account.bio;
  out["followers"] = value_or_null(account.followers);
  out["follows"] = value_or_null(account.follows);
  out["posts"] = value_or_null(account.posts);
  out["url"] = text_or_null(account.url);
  out["joined_at"] = time_json(account.joined_at);
  out["follows_us"] = value_or_null(account.follows_us);
  out["followed"] = word_of(view.following, !view.account.followed_by_us.empty());
  out["muted"] = word_of(view.muting, view.account.muted_by_us);
  out["blocked"] = word_of(view.blocking, !view.account.blocked_by_us.empty());
  out["blocks_us"] = view.account.blocks_us;
  return out;
}

json::object recent_part(const RecentPost& post) {
  return {{"post_id", id_json(post.post)},
          {"conversation_id", id_json(post.conversation)},
          {"text", post.text},
          {"created_at", time_json(post.created_at)},
          {"ours", post.ours}};
}

}  // namespace

std::string person_json(const PersonCard& card) {
  json::array accounts, recent;
  for (const AccountView& each : card.accounts) accounts.push_back(account_part(each));
  for (const RecentPost& each : card.recent) recent.push_back(recent_part(each));
  return json::serialize(json::object{
      {"id", id_json(card.person.id)},
      {"name", card.person.name},
      {"accounts", std::move(accounts)},
      {"first_heard_at", time_json(card.totals.first_heard_at)},
      {"last_heard_at", time_json(card.totals.last_heard_at)},
      {"said", card.totals.said},
      {"answered", card.totals.answered},
      {"likes_given", card.totals.likes_given},
      {"recent", std::move(recent)},
  });
}

std::vector<schema::Named> person_schemas() {
  using namespace schema;
  std::vector<Field> account = account_ref_fields();
  for (Field& more : std::vector<Field>{{"bio", text()},
                                        {"followers", or_null(whole())},
                                        {"follows", or_null(whole())},
                                        {"posts", or_null(whole())},
                                        {"url", or_null(text())},
                                        {"joined_at", or_null(time())},
                                        {"follows_us", or_null(yes_no())},
                                        {"followed", words({"no", "pending", "yes"})},
                                        {"muted", words({"no", "pending", "yes"})},
                                        {"blocked", words({"no", "pending", "yes"})},
                                        {"blocks_us", yes_no()}}) {
    account.push_back(std::move(more));
  }
  return {
      {"PersonAccount", object(account)},
      {"RecentPost", object({{"post_id", id()},
                             {"conversation_id", id()},
                             {"text", text()},
                             {"created_at", time()},
                             {"ours", yes_no()}})},
      {"PersonCard", object({{"id", id()},
                             {"name", text()},
                             {"accounts", list(ref("PersonAccount"))},
                             {"first_heard_at", or_null(time())},
                             {"last_heard_at", or_null(time())},
                             {"said", whole()},
                             {"answered", whole()},
                             {"likes_given", whole()},
                             {"recent", list(ref("RecentPost"))}})},
  };
}

}  // namespace rapport
