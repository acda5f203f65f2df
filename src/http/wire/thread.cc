#include "http/wire/thread.h"

#include <charconv>

#include "http/wire/parts.h"

namespace rapport {
namespace {

json::object entity_part(const Entity& entity) {
  return {{"kind", to_word(entity.kind)},
          {"begin", entity.begin},
          {"end", entity.end},
          {"value", entity.value}};
}

// A picture of ours that the network does not show yet is shown from here.
std::string address_of_media(const std::string& url) {
  constexpr std::string_view kOurs = "attachment:";
  return url.starts_with(kOurs) ? "/api/attachments/" + url.substr(kOurs.size()) : url;
}

json::object media_part(const Media& media) {
  return {{"kind", to_word(media.kind)},
          {"url", address_of_media(media.url)},
          {"thumb_url", text_or_null(address_of_media(media.thumb_url))},
          {"alt", media.alt},
          {"title", media.title},
          {"description", media.description},
          {"width", media.width},
          {"height", media.height}};
}

json::value quoted_part(const std::optional<Quoted>& quoted) {
  if (!quoted) return nullptr;
  json::array entities;
  for (const Entity& each : quoted->entities) entities.push_back(entity_part(each));
  return json::object{{"native_id", quoted->native_id},
                      {"author", quoted->author_handle},
                      {"text", quoted->text},
                      {"entities", std::move(entities)},
                      {"state", to_word(quoted->state)}};
}

std::string_view liked_word(const ThreadPost& view) {
  if (view.liking) return "pending";
  return view.post.our_like.empty() ? "no" : "yes";
}

std::string_view reposted_word(const ThreadPost& view) {
  if (view.reposting) return "pending";
  return view.post.our_repost.empty() ? "no" : "yes";
}

json::value hidden_part(const std::optional<HiddenBy>& hidden) {
  if (!hidden) return nullptr;
  return json::object{
      {"by", hidden->by ? json::value(member_ref(*hidden->by, hidden->by_name)) : nullptr},
      {"reason", hidden->reason},
      {"at", time_json(hidden->at)}};
}

}  // namespace

json::object post_part(const ThreadPost& view) {
  const Post& post = view.post;
  json::array entities, media;
  for (const auto& each : post.entities) entities.push_back(entity_part(each));
  for (const auto& each : post.media) media.push_back(media_part(each));
  return {
      {"id", id_json(post.id)},
      {"parent_id", id_json(post.parent)},
      {"author", account_ref(view.author)},
      {"kind", to_word(post.kind)},
      {"text", post.text},
      {"langs", texts_part(post.langs)},
      {"entities", std::move(entities)},
      {"media", std::move(media)},
      {"quoted", quoted_part(post.quoted)},
      {"url", text_or_null(post.url)},
      {"created_at", time_json(post.created_at)},
      {"heard_at", time_json(post.heard_at)},
      {"edited_at", time_json(post.edited_at)},
      {"deleted_at", time_json(post.deleted_at)},
      {"likes", post.likes},
      {"reposts", post.reposts},
      {"replies", post.replies},
      {"liked", liked_word(view)},
      {"reposted", reposted_word(view)},
      {"can_hide", view.can_hide},
      {"hiding", view.hiding},
      {"hidden", hidden_part(view.hidden)},
      {"labels", texts_part(post.labels)},
      {"to_channel_id", id_json(view.to_channel)},
      {"waits", view.waits},
      {"before_rapport", post.before_rapport},
      {"reading", view.reading ? json::value(reading_part(*view.reading)) : nullptr},
  };
}

std::string_view silenced_word(const Account& account) {
  if (!account.blocked_by_us.empty()) return "blocked";
  return account.muted_by_us ? "muted" : "no";
}

json::object account_ref(const Account& account) {
  return {{"id", id_json(account.id)},
          {"person_id", id_json(account.person)},
          {"network", account.network},
          {"handle", account.handle},
          {"name", account.name},
          {"avatar_url", text_or_null(account.avatar_url)},
          {"ours", account.ours},
          {"silenced", silenced_word(account)},
          {"standing", to_word(account.standing)},
          {"labels", texts_part(account.labels)}};
}

std::vector<schema::Field> account_ref_fields() {
  using namespace schema;
  return {{"id", id()},
          {"person_id", id()},
          {"network", text()},
          {"handle", text()},
          {"name", text()},
          {"avatar_url", or_null(text())},
          {"ours", yes_no()},
          {"silenced", words({"no", "muted", "blocked"})},
          {"standing", words({"active", "deactivated", "suspended", "deleted"})},
          {"labels", list(text())}};
}

std::string thread_json(const ThreadPage& page) {
  json::array items;
  items.reserve(page.posts.size());
  for (const ThreadPost& post : page.posts) items.push_back(post_part(post));
  json::value next = nullptr;
  if (page.next) {
    next = std::to_string(to_micros(page.next->created_at)) + "_" + to_string(page.next->id);
  }
  return json::serialize(json::object{{"items", std::move(items)}, {"next_cursor", next}});
}

std::optional<ThreadPlace> read_thread_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, micros);
  const auto id = parse_id<PostId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  return ThreadPlace{from_micros(micros), *id};
}

std::vector<schema::Named> thread_schemas() {
  using namespace schema;
  return {
      {"AccountRef", object(account_ref_fields())},
      {"Entity", object({{"kind", words({"mention", "link", "tag"})},
                         {"begin", whole()},
                         {"end", whole()},
                         {"value", text()}})},
      {"Media", object({{"kind", words({"image", "video", "link"})},
                        {"url", text()},
                        {"thumb_url", or_null(text())},
                        {"alt", text()},
                        {"title", text()},
                        {"description", text()},
                        {"width", whole()},
                        {"height", whole()}})},
      {"Post",
       object({{"id", id()},
               {"parent_id", or_null(id())},
               {"author", ref("AccountRef")},
               {"kind", words({"post", "reply", "quote"})},
               {"text", text()},
               {"langs", list(text())},
               {"entities", list(ref("Entity"))},
               {"media", list(ref("Media"))},
               {"quoted",
                or_null(object({{"native_id", text()},
                                {"author", text()},
                                {"text", text()},
                                {"entities", list(ref("Entity"))},
                                {"state", words({"shown", "gone", "blocked", "detached"})}}))},
               {"url", or_null(text())},
               {"created_at", time()},
               {"heard_at", time()},
               {"edited_at", or_null(time())},
               {"deleted_at", or_null(time())},
               {"likes", whole()},
               {"reposts", whole()},
               {"replies", whole()},
               {"liked", words({"no", "pending", "yes"})},
               {"reposted", words({"no", "pending", "yes"})},
               {"can_hide", yes_no()},
               {"hiding", yes_no()},
               {"hidden",
                or_null(object(
                    {{"by", or_null(ref("MemberRef"))}, {"reason", text()}, {"at", time()}}))},
               {"labels", list(text())},
               {"to_channel_id", or_null(id())},
               {"waits", yes_no()},
               {"before_rapport", yes_no()},
               {"reading", or_null(ref("Reading"))}})},
      {"ThreadPage", page(ref("Post"))},
  };
}

}  // namespace rapport
