#include <algorithm>
#include <chrono>

#include "desk/listening/monitors.h"
#include "desk/listening/post_view.h"
#include "desk/listening/query_parts.h"
#include "desk/listening/said_words.h"
#include "desk/listening/whole_posts.h"
#include "listen/prepared_query.h"
#include "store/store.h"

namespace rapport {
namespace {

// The first part ends sooner: something is to be seen at once.
constexpr std::chrono::milliseconds kAtATime{200};
constexpr std::chrono::milliseconds kFirstTime{50};
constexpr int kPostsPerClock = 64;
constexpr std::size_t kWholePostsAtATime = 500;
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

using Clockwork = std::chrono::steady_clock;

// Goes through the words of what is stored. Whole posts are fetched only of those that could be
// found by their words, and only if the query asks for more than words.
class Preview {
 public:
  Preview(Unit& unit, PostReader* reader, WorkspaceId workspace, const QueryTree& query)
      : unit_(unit),
        reader_(reader),
        workspace_(workspace),
        query_(query, static_cast<std::uint64_t>(workspace.value)),
        whole_(query_.needs() != QueryNeeds()),
        titled_(query_.needs().asks(QueryField::kTitle)) {
    for (const QueryPart& each : parts_of(query)) {
      terms_.push_back({each.span, each.text, 0, 0});
      leaves_.add(PreparedQuery(each.leaf));
      if (each.rest) {
        rests_.add(PreparedQuery(*each.rest));
        term_of_rest_.push_back(terms_.size() - 1);
      }
    }
  }

  // Looks at what comes behind `place`, until then; false: there is no more.
  Result<bool> look(Time from, Time to, Clockwork::time_point until,
                    std::optional<SaidPlace>& place, PreviewPart& out) {
    std::vector<PostId> possible;
    HeardPost words;
    auto went_on =
        unit_.posts().look_at_said(workspace_, from, to, place, [&](const SaidWords& each) {
          place = SaidPlace{each.said_at, each.post};
          ++out.looked;
          words.text = each.text;
          if (!whole_) {
            if (query_.finds(words, scratch_)) take(words, nullptr, *place, out);
          } else if (titled_ || query_.could_find(words, scratch_)) {
            possible.push_back(each.post);
            if (possible.size() == kWholePostsAtATime) return false;
          }
          return out.looked % kPostsPerClock != 0 || Clockwork::now() < until;
        });
    RAPPORT_TRY(went_on);
    if (!possible.empty()) RAPPORT_TRY(look_at_whole(possible, out));
    return !*went_on;
  }

  std::vector<PreviewTerm> terms() { return std::move(terms_); }
  const std::vector<Hit>& hits() const { return hits_; }
  const SaidWordCounts& words() const { return words_; }
  const PreparedQuery& query() const { return query_; }

 private:
  Result<Done> look_at_whole(const std::vector<PostId>& ids, PreviewPart& out) {
    auto posts = WholePosts::of(unit_, workspace_, ids, query_.needs());
    RAPPORT_TRY(posts);
    for (const Post& each : posts->all()) {
      PostEnricher enricher = posts->enricher(unit_, reader_, each);
      const HeardPost heard = posts->heard(each);
      if (query_.finds(heard, scratch_, &enricher)) {
        take(heard, &enricher, {each.created_at, each.id}, out);
      }
    }
    return Done{};
  }

  // It is found.
  void take(const HeardPost& heard, Enricher* enricher, const SaidPlace& place, PreviewPart& out) {
    ++out.found;
    ++out.days[day_of(place.said_at)];
    leaves_.find(heard, scratch_, enricher, places_);
    for (const std::size_t each : places_) {
      ++terms_[each].found;
      ++terms_[each].alone;
    }
    found_by_.assign(terms_.size(), false);
    for (const std::size_t each : places_) found_by_[each] = true;
    // Not alone: the rest would have been enough.
    rests_.find(heard, scratch_, enricher, places_);
    for (const std::size_t each : places_) {
      const std::size_t term = term_of_rest_[each];
      if (found_by_[term]) --terms_[term].alone;
    }
    words_.add(heard.text);
    hits_.push_back({{place.said_at, place.post}, std::string(heard.text)});
  }

  Unit& unit_;
  PostReader* reader_;
  WorkspaceId workspace_;
  PreparedQuery query_;
  bool whole_;   // it asks for more than words
  bool titled_;  // which of the words are a title is known of the whole post alone
  MatchScratch scratch_;
  std::vector<PreviewTerm> terms_;
  PreparedQueries leaves_;  // one for each term
  PreparedQueries rests_;
  std::vector<std::size_t> term_of_rest_;
  std::vector<std::size_t> places_;
  std::vector<bool> found_by_;
  SaidWordCounts words_;
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
  const auto until = Clockwork::now() + (question.after ? kAtATime : kFirstTime);
  return store_.read([&](Unit& unit) -> Result<PreviewPart> {
    Preview preview(unit, reader_, by.workspace, *parsed.query);
    PreviewPart out;
    std::optional<SaidPlace> place = question.after;
    bool more = true;
    while (more && Clockwork::now() < until) {
      auto looked = preview.look(from, to, until, place, out);
      RAPPORT_TRY(looked);
      more = *looked;
    }
    out.back_to = more && place ? place->said_at : from;
    if (more) out.next = place;
    out.terms = preview.terms();

    std::vector<MentionFacts> samples;
    for (const Hit& each : preview.hits()) {
      if (samples.size() == kMostSamples) break;
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
      each.spans = matched ? spans_in_text(std::move(*matched)) : std::vector<Span>{};
      each.found_by.clear();
    }
    out.samples = std::move(*shown);

    // Not the words that are asked for.
    const auto asked = asked_words(*parsed.query);
    const auto is_asked = [&](const std::string& word) {
      return std::ranges::find(asked, word) != asked.end();
    };
    for (const auto& [word, count] : preview.words().all()) {
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
