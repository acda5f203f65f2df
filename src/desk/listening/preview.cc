#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "desk/listening/monitors.h"
#include "desk/listening/post_view.h"
#include "desk/listening/query_parts.h"
#include "desk/listening/said_words.h"
#include "listen/prepared_query.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::milliseconds kAtATime{200};
constexpr int kPostsAtATime = 1000;
constexpr std::size_t kMostSamples = 20;
constexpr std::size_t kMostBeside = 30;
constexpr std::size_t kMostRejected = 12;
constexpr std::size_t kMostRejectedPosts = 200;

// Posts that were found, as far as the tables need them.
struct Hit {
  MentionPlace place;
  std::string text;
};

std::string day_of(Time time) { return format_time(time).substr(0, 10); }

class Preview {
 public:
  Preview(Unit& unit, PostReader* reader, WorkspaceId workspace, const QueryTree& query)
      : unit_(unit),
        reader_(reader),
        workspace_(workspace),
        query_(query, static_cast<std::uint64_t>(workspace.value)),
        parts_(parts_of(query)),
        whole_(query_.needs() != QueryNeeds()) {
    for (const QueryPart& each : parts_) {
      terms_.push_back({each.span, each.text, 0, 0});
      leaves_.emplace_back(each.leaf);
      rests_.push_back(each.rest ? std::optional<PreparedQuery>(PreparedQuery(*each.rest))
                                 : std::nullopt);
    }
  }

  // Looks at the next posts; false: there are no more.
  Result<bool> step(Time from, Time to, std::optional<SaidPlace>& place, PreviewPart& out) {
    return whole_ ? step_whole(from, to, place, out) : step_words(from, to, place, out);
  }

  std::vector<PreviewTerm> terms() { return std::move(terms_); }
  const std::vector<Hit>& hits() const { return hits_; }
  const PreparedQuery& query() const { return query_; }

 private:
  Result<bool> step_words(Time from, Time to, std::optional<SaidPlace>& place, PreviewPart& out) {
    auto posts = unit_.posts().said_words(workspace_, from, to, place, kPostsAtATime);
    RAPPORT_TRY(posts);
    for (SaidWords& each : *posts) {
      HeardPost heard;
      heard.text = each.text;
      take(heard, nullptr, {each.said_at, each.post}, each.text, out);
    }
    if (!posts->empty()) place = SaidPlace{posts->back().said_at, posts->back().post};
    return posts->size() == static_cast<std::size_t>(kPostsAtATime);
  }

  Result<bool> step_whole(Time from, Time to, std::optional<SaidPlace>& place, PreviewPart& out) {
    auto posts = unit_.posts().said(workspace_, from, to, place, kPostsAtATime);
    RAPPORT_TRY(posts);
    std::vector<AccountId> authors;
    std::vector<PostId> ids;
    for (const Post& each : *posts) {
      authors.push_back(each.author);
      ids.push_back(each.id);
    }
    std::ranges::sort(authors);
    const auto twins = std::ranges::unique(authors);
    authors.erase(twins.begin(), twins.end());
    auto accounts = unit_.people().accounts(workspace_, authors);
    RAPPORT_TRY(accounts);
    std::unordered_map<AccountId, const Account*> author_of;
    for (const Account& each : *accounts) author_of[each.id] = &each;
    std::unordered_map<PostId, PostReading> reading_of;
    if (query_.needs().enrichment()) {
      auto readings = unit_.readings().of(workspace_, ids);
      RAPPORT_TRY(readings);
      for (PostReading& each : *readings) reading_of[each.post] = std::move(each);
    }
    std::unordered_map<PostId, Account> answered;
    if (query_.needs().asks(QueryField::kReplyTo)) {
      auto found = answered_by(unit_, workspace_, *posts);
      RAPPORT_TRY(found);
      answered = std::move(*found);
    }
    for (const Post& each : *posts) {
      const auto whom = answered.find(each.id);
      const auto author = author_of.find(each.author);
      const Account* account = author == author_of.end() ? nullptr : author->second;
      std::optional<ReadingGist> gist;
      std::string language;
      if (const auto reading = reading_of.find(each.id); reading != reading_of.end()) {
        gist = reading->second.gist;
        language = reading->second.language;
      }
      PostEnricher enricher(unit_, reader_, each, account, std::move(gist), std::move(language));
      take(heard_post(each, account, whom == answered.end() ? nullptr : &whom->second), &enricher,
           {each.created_at, each.id}, each.text, out);
    }
    if (!posts->empty()) place = SaidPlace{posts->back().created_at, posts->back().id};
    return posts->size() == static_cast<std::size_t>(kPostsAtATime);
  }

  void take(const HeardPost& heard, Enricher* enricher, MentionPlace place, const std::string& text,
            PreviewPart& out) {
    ++out.looked;
    if (!query_.finds(heard, scratch_, enricher)) return;
    ++out.found;
    ++out.days[day_of(place.said_at)];
    for (std::size_t at = 0; at < terms_.size(); ++at) {
      if (!leaves_[at].finds(heard, scratch_, enricher)) continue;
      ++terms_[at].found;
      if (!rests_[at] || !rests_[at]->finds(heard, scratch_, enricher)) ++terms_[at].alone;
    }
    hits_.push_back({place, text});
  }

  Unit& unit_;
  PostReader* reader_;
  WorkspaceId workspace_;
  PreparedQuery query_;
  std::vector<QueryPart> parts_;
  bool whole_;  // it asks for more than words
  MatchScratch scratch_;
  std::vector<PreviewTerm> terms_;
  std::vector<PreparedQuery> leaves_;
  std::vector<std::optional<PreparedQuery>> rests_;
  std::vector<Hit> hits_;
};

}  // namespace

Result<PreviewPart> Monitors::preview(const Member& by, const PreviewQuestion& question) {
  if (question.days < 1 || question.days > kMostDays) {
    return invalid("Ask for 1 to 90 days.", "days");
  }
  if (question.rejected.size() > kMostRejectedPosts) {
    return invalid("200 posts are the most that can be left out at once.", "rejected");
  }
  const ParsedQuery parsed = parse_query(question.query);
  if (!parsed.query) return invalid("This query cannot be read yet.", "query");
  const Time to = clock_.now() + std::chrono::seconds{1};
  const Time from = to - std::chrono::days{question.days};
  const auto until = std::chrono::steady_clock::now() + kAtATime;
  return store_.read([&](Unit& unit) -> Result<PreviewPart> {
    Preview preview(unit, reader_, by.workspace, *parsed.query);
    PreviewPart out;
    std::optional<SaidPlace> place = question.after;
    bool more = true;
    while (more && std::chrono::steady_clock::now() < until) {
      auto stepped = preview.step(from, to, place, out);
      RAPPORT_TRY(stepped);
      more = *stepped;
    }
    out.back_to = more && place ? place->said_at : from;
    if (more) out.next = place;
    out.terms = preview.terms();

    SaidWordCounts found;
    std::vector<MentionFacts> samples;
    for (const Hit& each : preview.hits()) {
      found.add(each.text);
      if (samples.size() == kMostSamples) continue;
      auto post = unit.posts().find(by.workspace, each.place.post);
      RAPPORT_TRY(post);
      auto conversation = unit.conversations().find(by.workspace, post->conversation);
      RAPPORT_TRY(conversation);
      MentionFacts facts;
      facts.post = post->id;
      facts.author = post->author;
      facts.state = conversation->state;
      facts.skip_reason = conversation->skip_reason;
      samples.push_back(std::move(facts));
    }
    auto shown = show(unit, by.workspace, samples, {});
    RAPPORT_TRY(shown);
    MatchScratch scratch;
    for (HeardView& each : *shown) {
      const HeardPost heard = heard_post(each.shown.post, &each.shown.author, nullptr);
      PostEnricher enricher(unit, reader_, each.shown.post, &each.shown.author, {}, {});
      auto matched = preview.query().match(heard, scratch, &enricher);
      each.spans = matched ? std::move(matched->text) : std::vector<Span>{};
      each.found_by.clear();
    }
    out.samples = std::move(*shown);

    // Not the words that are asked for.
    const auto asked = asked_words(*parsed.query);
    const auto is_asked = [&](const std::string& word) {
      return std::ranges::find(asked, word) != asked.end();
    };
    for (const auto& [word, count] : found.all()) {
      if (count >= 2 && !is_asked(word)) out.beside.push_back({word, count});
    }
    std::ranges::sort(out.beside, [](const WordTotal& a, const WordTotal& b) {
      return a.found != b.found ? a.found > b.found : a.word < b.word;
    });
    if (out.beside.size() > kMostBeside) out.beside.resize(kMostBeside);

    if (!question.rejected.empty()) {
      auto posts = unit.posts().some(by.workspace, question.rejected);
      RAPPORT_TRY(posts);
      SaidWordCounts rejected;
      for (const Post& each : *posts) rejected.add(each.text);
      SaidWordCounts kept;
      for (const Hit& each : preview.hits()) {
        if (std::ranges::find(question.rejected, each.place.post) == question.rejected.end()) {
          kept.add(each.text);
        }
      }
      for (WordShare& each : telling_words(rejected, kept, 1, 2.0, kMostRejected * 2)) {
        if (is_asked(each.word) || out.rejected.size() == kMostRejected) continue;
        out.rejected.push_back({std::move(each.word), each.here, each.there});
      }
    }
    return out;
  });
}

}  // namespace rapport
