#include "http/wire/monitor.h"

#include <charconv>

#include "http/wire/parts.h"
#include "http/wire/reader.h"
#include "listen/fields.h"
#include "listen/print.h"

namespace rapport {
namespace {

json::object span_part(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

json::array spans_part(const std::vector<Span>& spans) {
  json::array out;
  for (const Span& each : spans) out.push_back(span_part(each));
  return out;
}

json::object monitor_part(const MonitorView& view) {
  const Monitor& monitor = view.monitor;
  return {{"id", id_json(monitor.id)},
          {"name", monitor.name},
          {"query", monitor.query},
          {"color", to_word(monitor.color)},
          {"paused", monitor.paused},
          {"created_at", time_json(monitor.created_at)},
          {"changed_at", time_json(monitor.changed_at)},
          {"today", view.today},
          {"week", view.week},
          {"week_before", view.week_before},
          {"catching_up", view.catching_up},
          {"broken", text_or_null(view.broken)}};
}

json::object heard_part(const HeardView& view) {
  json::array monitors;
  for (const MonitorMention& each : view.found_by) {
    monitors.push_back(
        json::object{{"id", id_json(each.monitor)}, {"spans", spans_part(each.spans)}});
  }
  return {{"post", post_part(view.shown)},
          {"conversation_id", id_json(view.shown.post.conversation)},
          {"state", to_word(view.state)},
          {"skip_reason",
           view.skip_reason ? json::value(to_word(*view.skip_reason)) : json::value(nullptr)},
          {"spans", spans_part(view.spans)},
          {"monitors", std::move(monitors)}};
}

json::array heards_part(const std::vector<HeardView>& views) {
  json::array out;
  for (const HeardView& each : views) out.push_back(heard_part(each));
  return out;
}

// "MICROS_POST", as a thread's cursor.
template <class Place>
json::value place_part(const std::optional<Place>& place) {
  if (!place) return nullptr;
  return json::value(std::to_string(to_micros(place->said_at)) + "_" + to_string(place->post));
}

json::array tallies_part(const std::vector<Tally>& tallies) {
  json::array out;
  for (const Tally& each : tallies) {
    out.push_back(
        json::object{{"key", each.key}, {"name", text_or_null(each.name)}, {"total", each.total}});
  }
  return out;
}

json::array words_part(const std::vector<WordTotal>& words) {
  json::array out;
  for (const WordTotal& each : words) {
    out.push_back(json::object{{"word", each.word}, {"found", each.found}});
  }
  return out;
}

json::array diagnostics_part(std::string_view query, const std::vector<Diagnostic>& diagnostics) {
  json::array out;
  for (const Diagnostic& each : diagnostics) {
    json::object one = span_part(each.span);
    one["severity"] = each.severity == Severity::kError ? "error" : "warning";
    one["code"] = to_word(each.code);
    one["reason"] = each.reason;
    one["fix"] = nullptr;
    if (each.fix) {
      json::object fix = span_part(each.fix->span);
      fix["with"] = each.fix->with;
      fix["query"] = mended(query, *each.fix);
      one["fix"] = std::move(fix);
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::string_view kind_word(FieldKind kind) {
  switch (kind) {
    case FieldKind::kWords:
      return "words";
    case FieldKind::kChoice:
      return "choice";
    case FieldKind::kName:
      return "name";
    case FieldKind::kAddress:
      return "address";
    case FieldKind::kCount:
      return "count";
    case FieldKind::kTime:
      return "time";
  }
  return "words";
}

}  // namespace

std::string monitor_json(const MonitorView& view) { return json::serialize(monitor_part(view)); }

std::string monitors_json(const MonitorPage& page) {
  json::array items;
  for (const MonitorView& each : page.monitors) items.push_back(monitor_part(each));
  return json::serialize(
      json::object{{"items", std::move(items)}, {"next_cursor", id_json(page.next)}});
}

std::string heard_page_json(const HeardPage& page) {
  return json::serialize(
      json::object{{"items", heards_part(page.posts)}, {"next_cursor", place_part(page.next)}});
}

std::string preview_json(const PreviewPart& part) {
  json::array days, terms, rejected;
  for (const auto& [day, found] : part.days) {
    days.push_back(json::object{{"day", day}, {"found", found}});
  }
  for (const PreviewTerm& each : part.terms) {
    json::object term = span_part(each.span);
    term["text"] = each.text;
    term["found"] = each.found;
    term["alone"] = each.alone;
    terms.push_back(std::move(term));
  }
  for (const RejectedWord& each : part.rejected) {
    rejected.push_back(
        json::object{{"word", each.word}, {"rejected", each.rejected}, {"kept", each.kept}});
  }
  return json::serialize(json::object{{"looked", part.looked},
                                      {"found", part.found},
                                      {"back_to", time_json(part.back_to)},
                                      {"next_cursor", place_part(part.next)},
                                      {"days", std::move(days)},
                                      {"samples", heards_part(part.samples)},
                                      {"terms", std::move(terms)},
                                      {"beside", words_part(part.beside)},
                                      {"rejected", std::move(rejected)}});
}

std::string mention_summary_json(const MentionSummary& summary) {
  json::array volume, spikes, authors;
  for (const VolumeStep& each : summary.volume) {
    volume.push_back(json::object{
        {"at", time_json(each.at)}, {"total", each.total}, {"negative", each.negative}});
  }
  for (const Spike& each : summary.spikes) {
    json::array posts;
    for (const PostId post : each.posts) {
      for (const HeardView& view : summary.spike_posts) {
        if (view.shown.post.id == post) {
          posts.push_back(heard_part(view));
          break;
        }
      }
    }
    spikes.push_back(json::object{{"from", time_json(each.from)},
                                  {"to", time_json(each.to)},
                                  {"total", each.total},
                                  {"usual", each.usual},
                                  {"authors", each.authors},
                                  {"terms", words_part(each.terms)},
                                  {"posts", std::move(posts)}});
  }
  for (const AuthorTally& each : summary.authors) {
    authors.push_back(json::object{{"account", account_ref(each.account)}, {"total", each.total}});
  }
  return json::serialize(json::object{{"days", summary.days},
                                      {"from", time_json(summary.from)},
                                      {"to", time_json(summary.to)},
                                      {"total", summary.total},
                                      {"before", summary.before},
                                      {"negative", summary.negative},
                                      {"looked_at", summary.looked_at},
                                      {"volume", std::move(volume)},
                                      {"spikes", std::move(spikes)},
                                      {"sentiments", tallies_part(summary.sentiments)},
                                      {"reasons", tallies_part(summary.reasons)},
                                      {"languages", tallies_part(summary.languages)},
                                      {"networks", tallies_part(summary.networks)},
                                      {"authors", std::move(authors)},
                                      {"sites", tallies_part(summary.sites)},
                                      {"links", tallies_part(summary.links)},
                                      {"states", tallies_part(summary.states)},
                                      {"skip_reasons", tallies_part(summary.skip_reasons)}});
}

std::string share_json(const ShareOfVoice& share) {
  std::int64_t all = 0;
  for (const SharePart& each : share.monitors) all += each.total;
  json::array monitors, steps;
  for (const SharePart& each : share.monitors) {
    const double part = all == 0 ? 0 : static_cast<double>(each.total) / static_cast<double>(all);
    monitors.push_back(json::object{{"id", id_json(each.monitor)},
                                    {"total", each.total},
                                    {"before", each.before},
                                    {"share", part}});
  }
  for (const ShareStep& each : share.steps) {
    json::array totals;
    for (const auto& [id, total] : each.totals) {
      totals.push_back(json::object{{"id", id_json(id)}, {"total", total}});
    }
    steps.push_back(json::object{{"at", time_json(each.at)}, {"totals", std::move(totals)}});
  }
  return json::serialize(json::object{
      {"days", share.days}, {"monitors", std::move(monitors)}, {"steps", std::move(steps)}});
}

std::string query_check_json(const QueryToCheck& question) {
  ParsedQuery parsed;
  json::array notes;
  if (question.dialect) {
    ImportedQuery imported = import_query(question.query, *question.dialect);
    for (const ImportNote& each : imported.notes) {
      json::object note = span_part(each.span);
      note["fate"] = to_word(each.fate);
      note["what"] = each.what;
      note["reason"] = text_or_null(each.reason);
      notes.push_back(std::move(note));
    }
    parsed = {std::move(imported.query), std::move(imported.diagnostics)};
  } else {
    parsed = parse_query(question.query, question.strict ? Mixing::kRefused : Mixing::kWarned);
  }
  json::object out{{"ok", parsed.query.has_value()},
                   {"diagnostics", diagnostics_part(question.query, parsed.diagnostics)},
                   {"query", nullptr},
                   {"words", nullptr},
                   {"notes", std::move(notes)}};
  if (parsed.query) {
    out["query"] = print_query(*parsed.query);
    out["words"] = to_words(*parsed.query);
  }
  return json::serialize(out);
}

std::string query_fields_json() {
  json::array items;
  for (const FieldFacts& each : all_fields()) {
    json::array choices;
    for (const std::string_view choice : each.choices) choices.emplace_back(choice);
    items.push_back(json::object{{"name", each.name},
                                 {"kind", kind_word(each.kind)},
                                 {"choices", std::move(choices)},
                                 {"what", each.what}});
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

Result<MonitorWish> read_monitor(std::string_view text) {
  BodyReader body(text);
  MonitorWish wish;
  wish.name = body.text("name", {.least = 1, .most = 100});
  wish.query = body.text("query", {.least = 1, .most = kMostQueryCharacters});
  wish.color = body.optional_word<TagColor>("color", tag_color_of).value_or(TagColor::kTeal);
  wish.paused = body.optional_yes_no("paused", false);
  RAPPORT_TRY(body.finish());
  return wish;
}

Result<QueryToCheck> read_query_to_check(std::string_view text) {
  BodyReader body(text);
  QueryToCheck out;
  // Too long is something to be said of it, too.
  out.query = body.text("query", {.least = 0, .most = 2 * kMostQueryCharacters});
  out.dialect = body.optional_word<QueryDialect>("dialect", dialect_of);
  out.strict = body.optional_yes_no("strict", false);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<PreviewQuestion> read_preview(std::string_view text) {
  BodyReader body(text);
  PreviewQuestion out;
  out.query = body.text("query", {.least = 1, .most = kMostQueryCharacters});
  out.days =
      static_cast<int>(std::clamp<std::int64_t>(body.optional_whole("days").value_or(30), 0, 1000));
  const auto cursor = body.optional_text("cursor", {.least = 1, .most = 100});
  if (body.has("rejected")) out.rejected = body.ids<PostId>("rejected", 200);
  RAPPORT_TRY(body.finish());
  if (cursor) {
    const auto place = read_mention_cursor(*cursor);
    if (!place) return invalid("This is not the cursor of an earlier part.", "cursor");
    out.after = SaidPlace{place->said_at, place->post};
  }
  return out;
}

std::optional<MentionPlace> read_mention_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, micros);
  const auto id = parse_id<PostId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  return MentionPlace{from_micros(micros), *id};
}

std::vector<schema::Named> monitor_schemas() {
  using namespace schema;
  const auto colors =
      words({"gray", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"});
  const auto share = [] { return json::object{{"type", "number"}}; };
  const auto span = std::vector<Field>{{"begin", whole()}, {"end", whole()}};
  const auto with_span = [&](std::vector<Field> fields) {
    fields.insert(fields.begin(), span.begin(), span.end());
    return object(fields);
  };
  const auto tallies = list(ref("MentionTally"));
  return {
      {"Monitor", object({{"id", id()},
                          {"name", text()},
                          {"query", text()},
                          {"color", colors},
                          {"paused", yes_no()},
                          {"created_at", time()},
                          {"changed_at", time()},
                          {"today", whole()},
                          {"week", whole()},
                          {"week_before", whole()},
                          {"catching_up", yes_no()},
                          {"broken", or_null(text())}})},
      {"MonitorPage", page(ref("Monitor"))},
      {"MonitorBody", object({{"name", text(100, 1)},
                              {"query", text(static_cast<int>(kMostQueryCharacters), 1)},
                              {"color", colors, false},
                              {"paused", yes_no(), false}})},
      {"TextSpan", object(span)},
      {"HeardPost",
       object({{"post", ref("Post")},
               {"conversation_id", id()},
               {"state", ref("State")},
               {"skip_reason", or_null(ref("SkipReason"))},
               {"spans", list(ref("TextSpan"))},
               {"monitors", list(object({{"id", id()}, {"spans", list(ref("TextSpan"))}}))}})},
      {"HeardPage", page(ref("HeardPost"))},
      {"QueryCheckBody", object({{"query", text(2 * static_cast<int>(kMostQueryCharacters))},
                                 {"dialect",
                                  words({"brandwatch", "meltwater", "talkwalker", "sprinklr", "x",
                                         "youscan", "sentione"}),
                                  false},
                                 {"strict", yes_no(), false}})},
      {"QueryCheck",
       object(
           {{"ok", yes_no()},
            {"diagnostics",
             list(with_span({{"severity", words({"error", "warning"})},
                             {"code", text()},
                             {"reason", text()},
                             {"fix", or_null(with_span({{"with", text()}, {"query", text()}}))}}))},
            {"query", or_null(text())},
            {"words", or_null(text())},
            {"notes", list(with_span({{"fate", words({"kept", "approximated", "dropped"})},
                                      {"what", text()},
                                      {"reason", or_null(text())}}))}})},
      {"QueryFieldList",
       object(
           {{"items",
             list(object({{"name", text()},
                          {"kind", words({"words", "choice", "name", "address", "count", "time"})},
                          {"choices", list(text())},
                          {"what", text()}}))}})},
      {"PreviewBody", object({{"query", text(static_cast<int>(kMostQueryCharacters), 1)},
                              {"days", whole(), false},
                              {"cursor", text(100, 1), false},
                              {"rejected", list(id()), false}})},
      {"PreviewPart",
       object(
           {{"looked", whole()},
            {"found", whole()},
            {"back_to", time()},
            {"next_cursor", or_null(text())},
            {"days", list(object({{"day", text()}, {"found", whole()}}))},
            {"samples", list(ref("HeardPost"))},
            {"terms", list(with_span({{"text", text()}, {"found", whole()}, {"alone", whole()}}))},
            {"beside", list(ref("WordTotal"))},
            {"rejected",
             list(object({{"word", text()}, {"rejected", whole()}, {"kept", whole()}}))}})},
      {"WordTotal", object({{"word", text()}, {"found", whole()}})},
      {"MentionTally", object({{"key", text()}, {"name", or_null(text())}, {"total", whole()}})},
      {"MentionSummary",
       object(
           {{"days", whole()},
            {"from", time()},
            {"to", time()},
            {"total", whole()},
            {"before", whole()},
            {"negative", whole()},
            {"looked_at", whole()},
            {"volume", list(object({{"at", time()}, {"total", whole()}, {"negative", whole()}}))},
            {"spikes", list(object({{"from", time()},
                                    {"to", time()},
                                    {"total", whole()},
                                    {"usual", share()},
                                    {"authors", whole()},
                                    {"terms", list(ref("WordTotal"))},
                                    {"posts", list(ref("HeardPost"))}}))},
            {"sentiments", tallies},
            {"reasons", tallies},
            {"languages", tallies},
            {"networks", tallies},
            {"authors",
             list(object({{"account", object(account_ref_fields())}, {"total", whole()}}))},
            {"sites", tallies},
            {"links", tallies},
            {"states", tallies},
            {"skip_reasons", tallies}})},
      {"ShareOfVoice",
       object({{"days", whole()},
               {"monitors",
                list(object(
                    {{"id", id()}, {"total", whole()}, {"before", whole()}, {"share", share()}}))},
               {"steps",
                list(object({{"at", time()},
                             {"totals", list(object({{"id", id()}, {"total", whole()}}))}}))}})},
  };
}

}  // namespace rapport
