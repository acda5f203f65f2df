#include "desk/listening/searching.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "desk/hearing/filer.h"
#include "desk/hearing/filer_rules.h"
#include "desk/listening/found_among.h"
#include "desk/listening/matching.h"
#include "desk/listening/search_questions.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {
namespace {

// A search may show a post a while after it was said.
constexpr std::chrono::minutes kOverlap{5};
// How far back the first round looks; a backfill goes further.
constexpr std::chrono::hours kFirst{24};
constexpr std::chrono::hours kAskAgain{1};

auto key(const SearchQuestion& question) {
  return std::tie(question.words, question.hashtags, question.langs, question.author);
}

}  // namespace

Result<Filed> Searching::read_on(Connector& connector, const Channel& channel) {
  Filed filed;
  if (clock_.now() < none_until_ || !matching_.any(channel.workspace)) return filed;
  if (!round_) RAPPORT_TRY(begin(channel));
  if (!round_) return filed;
  for (int asked = 0; asked < settings_.questions_at_a_time; ++asked) {
    if (round_->at == round_->questions.size()) {
      RAPPORT_TRY(end(channel));
      break;
    }
    auto done = ask(connector, channel, round_->questions[round_->at], filed);
    if (!done && done.error().kind == ErrorKind::kInvalid) {
      if (done.error().field == "search") {
        // Perhaps it does later: a server may be changed.
        none_until_ = clock_.now() + kAskAgain;
        round_.reset();
        return filed;
      }
      round_->whole = false;  // this question it does not take
    } else {
      RAPPORT_TRY(done);
    }
    ++round_->at;
  }
  return filed;
}

Result<Done> Searching::begin(const Channel& channel) {
  const Time now = clock_.now();
  auto source = store_.read(
      [&](Unit& unit) { return unit.channels().source(channel.workspace, channel.id, kSearch); });
  RAPPORT_TRY(source);
  if (source->checked_at && *source->checked_at + settings_.every > now) return Done{};
  auto monitors = store_.read([&](Unit& unit) { return unit.monitors().all(channel.workspace); });
  RAPPORT_TRY(monitors);
  Round round;
  round.begun = now;
  round.since = source->read_to ? *source->read_to - kOverlap : now - kFirst;
  for (const Monitor& each : *monitors) {
    if (each.paused) continue;
    const ParsedQuery parsed = parse_query(each.query);
    auto questions = parsed.query ? search_questions(*parsed.query) : std::nullopt;
    if (!questions) {
      round.whole = false;
      continue;
    }
    std::move(questions->begin(), questions->end(), std::back_inserter(round.questions));
  }
  std::ranges::sort(round.questions, [](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto twins = std::ranges::unique(
      round.questions, [](const auto& a, const auto& b) { return key(a) == key(b); });
  round.questions.erase(twins.begin(), twins.end());
  if (round.questions.size() > settings_.most) {
    // Each has its turn: the next round goes on behind the last of this one.
    first_ %= round.questions.size();
    std::ranges::rotate(round.questions,
                        round.questions.begin() + static_cast<std::ptrdiff_t>(first_));
    round.questions.resize(settings_.most);
    first_ += settings_.most;
    round.whole = false;
  }
  if (round.questions.empty()) return Done{};
  const auto pause = std::max<std::chrono::seconds>(
      settings_.every,
      settings_.for_each * static_cast<std::chrono::seconds::rep>(round.questions.size()));
  if (source->checked_at && *source->checked_at + pause > now) return Done{};
  round_ = std::move(round);
  return Done{};
}

Result<Done> Searching::ask(Connector& connector, const Channel& channel,
                            const SearchQuestion& question, Filed& filed) {
  std::string cursor;
  for (int page = 0; page < settings_.pages; ++page) {
    auto heard = connector.search(question, cursor, round_->since);
    RAPPORT_TRY(heard);
    auto some = store_.write([&](Unit& unit) -> Result<Filed> {
      Filer filer(unit, ids_, clock_.now(), channel, reader_, &matching_);
      const auto wanted = found_among(unit, matching_, reader_, channel, heard->posts);
      RAPPORT_TRY(filer.expect(wanted));
      for (const NetworkPost& each : wanted) RAPPORT_TRY(filer.file_post(each, kSearch));
      return filer.finish();
    });
    RAPPORT_TRY(some);
    if (heard->gap_from) round_->whole = false;
    filed.new_posts += some->new_posts;
    filed.changed_posts += some->changed_posts;
    std::ranges::move(some->profiles_to_read, std::back_inserter(filed.profiles_to_read));
    std::ranges::move(some->threads_to_read, std::back_inserter(filed.threads_to_read));
    if (!heard->more || heard->cursor == cursor) return Done{};
    cursor = heard->cursor;
  }
  round_->whole = false;  // there was more than we went through
  return Done{};
}

Result<Done> Searching::end(const Channel& channel) {
  const Round round = *round_;
  round_.reset();
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto source = unit.channels().source(channel.workspace, channel.id, kSearch);
    RAPPORT_TRY(source);
    source->read_to = round.begun;
    source->checked_at = clock_.now();
    source->last_error.clear();
    source->last_error_at.reset();
    RAPPORT_TRY(unit.channels().save_source(*source));
    const CoverageSpan span{round.since, round.begun, round.whole,
                            round.whole ? "" : "The search did not tell of everything."};
    return unit.channels().add_span(channel.workspace, channel.id, kSearch, span);
  });
}

}  // namespace rapport
