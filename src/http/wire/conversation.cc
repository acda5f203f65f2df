#include "http/wire/conversation.h"

#include <charconv>

#include "http/wire/deciding.h"
#include "http/wire/parts.h"
#include "http/wire/reader.h"
#include "http/wire/saying.h"

namespace rapport {
namespace {

constexpr std::size_t kReasonKeyMost = 60;

json::value reason_ref(const std::optional<ReasonView>& reason) {
  if (!reason) return nullptr;
  return json::object{{"key", reason->key}, {"name", reason->name}};
}

// { id, title } of an article that is still there.
json::value article_ref(const std::optional<ArticleId>& article, const std::string& title) {
  if (!article || title.empty()) return nullptr;
  return json::object{{"id", id_json(*article)}, {"title", title}};
}

json::object decision_part(const DecisionView& view) {
  const Decision& it = view.decision;
  return {{"id", id_json(it.id)},
          {"at", time_json(it.at)},
          {"by", it.by ? json::value(member_ref(*it.by, view.by_name)) : nullptr},
          {"kind", to_word(it.kind)},
          {"detail", text_or_null(it.detail)},
          {"until", time_json(it.until)},
          {"skip_reason", it.skip_reason ? json::value(to_word(*it.skip_reason)) : nullptr},
          {"reason", reason_ref(view.reason)},
          {"article", article_ref(it.article, view.article_title)}};
}

json::object mention_part(const NoteMention& mention) {
  return {{"member_id", id_json(mention.member)}, {"begin", mention.begin}, {"end", mention.end}};
}

json::object speaker_part(const Speaker& speaker) {
  return {{"channel_id", id_json(speaker.channel.id)},
          {"handle", speaker.account.handle},
          {"name", speaker.account.name},
          {"avatar_url", text_or_null(speaker.account.avatar_url)},
          {"state", to_word(speaker.channel.state)},
          {"limits", limits_part(speaker.channel.limits)}};
}

template <class Views, class Part>
json::array parts(const Views& views, Part part) {
  json::array out;
  out.reserve(views.size());
  for (const auto& view : views) out.push_back(part(view));
  return out;
}

}  // namespace

json::object row_part(const ConversationRow& row) {
  const Conversation& it = row.conversation;
  return {
      {"id", id_json(it.id)},
      {"state", to_word(it.state)},
      {"version", it.version},
      {"channel_id", id_json(it.channel)},
      {"network", it.network},
      {"owner", it.owner ? json::value(member_ref(*it.owner, row.owner_name)) : nullptr},
      {"waiting_since", time_json(it.waiting_since)},
      {"snoozed_until", time_json(it.snoozed_until)},
      {"lead", account_ref(row.lead)},
      {"excerpt", row.excerpt},
      {"excerpt_labels", texts_part(row.excerpt_labels)},
      {"excerpt_post_id", id_json(it.excerpt_post)},
      {"last_post_at", time_json(it.last_post_at)},
      {"posts", it.posts},
      {"people", it.people},
      {"before_rapport", it.before_rapport},
      {"reading", gist_part(it.reading)},
      {"tags", parts(row.tags, tag_part)},
      {"mentioned", row.mentioned},
      {"draft", row.draft},
      {"sending", row.sending},
      {"failed", row.failed},
      {"resolution",
       it.state == ConversationState::kResolved ? json::value(it.resolution) : nullptr},
      {"resolved_for", reason_ref(row.resolved_for)},
      {"resolved_with", article_ref(it.resolved_article, row.resolved_with)},
      {"in_public", it.in_public ? json::value(to_word(*it.in_public)) : nullptr},
      {"skip_reason", it.skip_reason ? json::value(to_word(*it.skip_reason)) : nullptr},
  };
}

json::object note_part(const NoteView& view) {
  return {{"id", id_json(view.note.id)},
          {"by", member_ref(view.note.by, view.by_name)},
          {"text", view.note.text},
          {"mentions", parts(view.mentions, mention_part)},
          {"created_at", time_json(view.note.created_at)}};
}

json::object draft_part(const Draft& draft) {
  return {{"post_id", id_json(draft.post)},       {"text", draft.text},
          {"media", act_media_part(draft.media)}, {"channel_id", id_json(draft.channel)},
          {"langs", texts_part(draft.langs)},     {"updated_at", time_json(draft.updated_at)}};
}

json::object limits_part(const Limits& limits) {
  return {{"text_max", limits.text_max},
          {"text_unit", limits.text_unit == TextUnit::kGraphemes ? "graphemes" : "characters"},
          {"images_max", limits.images_max},
          {"image_bytes_max", limits.image_bytes_max}};
}

std::string conversation_json(const ConversationDetail& detail) {
  return json::serialize(detail_part(detail));
}

json::object detail_part(const ConversationDetail& detail) {
  json::object out = row_part(detail.row);
  out["acts"] = parts(detail.acts, act_part);
  out["notes"] = parts(detail.notes, note_part);
  out["my_draft"] = detail.my_draft ? json::value(draft_part(*detail.my_draft)) : nullptr;
  out["history"] = parts(detail.history, decision_part);
  out["channel"] = json::object{{"id", id_json(detail.channel.id)},
                                {"network", detail.channel.network},
                                {"handle", detail.channel.handle},
                                {"limits", limits_part(detail.channel.limits)},
                                {"state", to_word(detail.channel.state)}};
  out["speakers"] = parts(detail.speakers, speaker_part);
  out["answer_to"] = id_json(detail.row.conversation.answer_to);
  out["suggested_reason"] = reason_ref(detail.suggested_reason);
  return out;
}

std::string conversation_page_json(const ConversationPage& page) {
  return json::serialize(
      json::object{{"items", parts(page.rows, row_part)},
                   {"next_cursor", page.next ? json::value(list_cursor(*page.next)) : nullptr}});
}

std::string conversation_rows_json(const std::vector<ConversationRow>& rows) {
  return json::serialize(json::object{{"items", parts(rows, row_part)}, {"next_cursor", nullptr}});
}

std::string counts_json(const InboxCounts& all) {
  const ConversationCounts& counts = all.conversations;
  return json::serialize(json::object{{"open", counts.open},
                                      {"waiting", counts.waiting},
                                      {"snoozed", counts.snoozed},
                                      {"resolved", counts.resolved},
                                      {"skipped", counts.skipped},
                                      {"mine", counts.mine},
                                      {"unassigned", counts.unassigned},
                                      {"mentions", all.mentions}});
}

std::string note_json(const NoteView& view) { return json::serialize(note_part(view)); }
std::string draft_json(const Draft& draft) { return json::serialize(draft_part(draft)); }

std::string list_cursor(const ListPlace& place) {
  return std::to_string(place.key) + "_" + to_string(place.id);
}

std::optional<ListPlace> read_list_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  ListPlace place;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, place.key);
  const auto id = parse_id<ConversationId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  place.id = *id;
  return place;
}

Result<AssignBody> read_assign(std::string_view text) {
  BodyReader body(text);
  AssignBody out{body.id_or_null<MemberId>("member_id"), body.optional_whole("version")};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<SnoozeBody> read_snooze(std::string_view text) {
  BodyReader body(text);
  SnoozeBody out{body.time("until"), body.optional_whole("version")};
  RAPPORT_TRY(body.finish());
  return out;
}

Resolution read_resolution(BodyReader& body) {
  Resolution how;
  how.words = body.text("resolution", {.most = 2000});
  how.article = body.optional_id<ArticleId>("article_id");
  how.reason = body.optional_text("reason", {.most = kReasonKeyMost}).value_or("");
  return how;
}

Result<ResolveBody> read_resolve(std::string_view text) {
  BodyReader body(text);
  ResolveBody out{read_resolution(body), body.optional_whole("version")};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<SkipBody> read_skip(std::string_view text) {
  BodyReader body(text);
  SkipBody out{body.word<SkipReason>("reason", skip_reason_of), body.text("detail", {.most = 2000}),
               body.optional_whole("version")};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<std::optional<std::int64_t>> read_reopen(std::string_view text) {
  BodyReader body(text);
  const auto version = body.optional_whole("version");
  RAPPORT_TRY(body.finish());
  return version;
}

Result<NoteBody> read_note(std::string_view text) {
  BodyReader body(text);
  NoteBody out;
  out.text = body.text("text", {.least = 1, .most = 10'000});
  out.named = body.optional_list("mentions", 50, [](BodyReader& item) {
    const auto place = [&](const char* name) {
      const auto at = item.optional_whole(name).value_or(-1);
      return at < 0 || at > 100'000 ? UINT32_MAX : static_cast<std::uint32_t>(at);
    };
    const auto member = item.id<MemberId>("member_id");
    const auto begin = place("begin");
    return NamedSpan{member, begin, place("end")};
  });
  RAPPORT_TRY(body.finish());
  return out;
}

Result<DraftRequest> read_draft(std::string_view text) {
  BodyReader body(text);
  DraftRequest out;
  out.post = body.id<PostId>("post_id");
  out.text = body.text("text", {.most = 20'000});
  out.channel = body.optional_id<ChannelId>("channel_id");
  out.media = read_media(body);
  out.langs = read_langs(body);
  RAPPORT_TRY(body.finish());
  return out;
}

std::vector<schema::Named> conversation_schemas() {
  using namespace schema;
  const std::vector<Field> row = {
      {"id", id()},
      {"state", ref("State")},
      {"version", whole()},
      {"channel_id", id()},
      {"network", text()},
      {"owner", or_null(ref("MemberRef"))},
      {"waiting_since", or_null(time())},
      {"snoozed_until", or_null(time())},
      {"lead", ref("AccountRef")},
      {"excerpt", text()},
      {"excerpt_labels", list(text())},
      {"excerpt_post_id", id()},
      {"last_post_at", time()},
      {"posts", whole()},
      {"people", whole()},
      {"before_rapport", yes_no()},
      {"reading", or_null(ref("RowReading"))},
      {"tags", list(ref("TagRef"))},
      {"mentioned", yes_no()},
      {"draft", yes_no()},
      {"sending", whole()},
      {"failed", whole()},
      {"resolution", or_null(text())},
      {"resolved_for", or_null(ref("ReasonRef"))},
      {"resolved_with", or_null(ref("ArticleRef"))},
      {"in_public", or_null(ref("InPublic"))},
      {"skip_reason", or_null(ref("SkipReason"))},
  };
  std::vector<Field> detail = row;
  detail.insert(detail.end(), {
                                  {"acts", list(ref("Act"))},
                                  {"notes", list(ref("Note"))},
                                  {"my_draft", or_null(ref("Draft"))},
                                  {"history", list(ref("Decision"))},
                                  {"channel", object({{"id", id()},
                                                      {"network", text()},
                                                      {"handle", text()},
                                                      {"limits", ref("Limits")},
                                                      {"state", ref("ChannelState")}})},
                                  {"speakers", list(ref("Speaker"))},
                                  {"answer_to", or_null(id())},
                                  {"suggested_reason", or_null(ref("ReasonRef"))},
                              });
  const Field version{"version", or_null(whole()), false};
  return {
      {"State", words({"open", "waiting", "snoozed", "resolved", "skipped", "heard"})},
      {"SkipReason", words({"spam", "not_for_us", "no_answer_needed", "abusive",
                            "answered_elsewhere", "deleted", "muted", "other"})},
      {"InPublic", words({"no", "they_spoke_last", "answered"})},
      {"ReasonRef", object({{"key", text()}, {"name", text()}})},
      {"ArticleRef", object({{"id", id()}, {"title", text()}})},
      {"Speaker", object({{"channel_id", id()},
                          {"handle", text()},
                          {"name", text()},
                          {"avatar_url", or_null(text())},
                          {"state", ref("ChannelState")},
                          {"limits", ref("Limits")}})},
      {"ConversationRow", object(row)},
      {"ConversationPage", page(ref("ConversationRow"))},
      {"Conversation", object(detail)},
      {"Counts", object({{"open", whole()},
                         {"waiting", whole()},
                         {"snoozed", whole()},
                         {"resolved", whole()},
                         {"skipped", whole()},
                         {"mine", whole()},
                         {"unassigned", whole()},
                         {"mentions", whole()}})},
      {"Note", object({{"id", id()},
                       {"by", ref("MemberRef")},
                       {"text", text()},
                       {"mentions", list(ref("NoteMention"))},
                       {"created_at", time()}})},
      {"NoteMention", object({{"member_id", id()}, {"begin", whole()}, {"end", whole()}})},
      {"ConversationExport", object({{"exported_at", time()},
                                     {"conversation", ref("Conversation")},
                                     {"posts", list(ref("Post"))}})},
      {"Decision", object({{"id", id()},
                           {"at", time()},
                           {"by", or_null(ref("MemberRef"))},
                           {"kind", words({"assign", "snooze", "resolve", "skip", "reopen", "tag",
                                           "untag", "undo"})},
                           {"detail", or_null(text())},
                           {"until", or_null(time())},
                           {"skip_reason", or_null(ref("SkipReason"))},
                           {"reason", or_null(ref("ReasonRef"))},
                           {"article", or_null(ref("ArticleRef"))}})},
      {"Draft", object({{"post_id", id()},
                        {"text", text()},
                        {"media", list(ref("ActMedia"))},
                        {"channel_id", or_null(id())},
                        {"langs", list(text())},
                        {"updated_at", time()}})},
      {"AssignBody", object({{"member_id", or_null(id())}, version})},
      {"SnoozeBody", object({{"until", time()}, version})},
      {"ResolveBody", object({{"resolution", text(2000)},
                              {"reason", text(kReasonKeyMost), false},
                              {"article_id", or_null(id()), false},
                              version})},
      {"SkipBody", object({{"reason", ref("SkipReason")}, {"detail", text(2000)}, version})},
      {"ReopenBody", object({version})},
      {"NoteBody",
       object({{"text", text(10'000, 1)}, {"mentions", list(ref("NoteMention")), false}})},
      {"DraftBody", object({{"post_id", id()},
                            {"text", text(20'000)},
                            {"channel_id", or_null(id()), false},
                            media_field(),
                            langs_field()})},
  };
}

}  // namespace rapport
