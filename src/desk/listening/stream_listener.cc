#include "desk/listening/stream_listener.h"

#include <algorithm>
#include <map>

#include "base/log.h"
#include "desk/hearing/filer.h"
#include "desk/hearing/filer_rules.h"
#include "desk/listening/matching.h"
#include "desk/reading/post_reader.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::seconds kLongestPause{60};

HeardPost heard_of(const GlimpsedPost& post) {
  HeardPost out;
  out.text = post.text;
  out.network = post.network;
  out.author_id = post.author_native_id;
  out.langs = post.langs;
  out.links = post.links;
  out.hashtags = post.hashtags;
  out.has_media = post.has_media;
  out.is_reply = post.is_reply;
  out.is_quote = post.is_quote;
  out.seen = std::chrono::floor<std::chrono::seconds>(post.at.time_since_epoch()).count();
  return out;
}

// Of a post on a stream only its words are known: what they say is read, who said it is looked up
// once it is kept.
class WordsEnricher final : public Enricher {
 public:
  explicit WordsEnricher(PostReader* reader) : reader_(reader) {}

  void begin() { known_.clear(); }

  const HeardPost& enriched(std::uint64_t owner, const HeardPost& post) override {
    if (reader_ == nullptr) return post;
    const auto [place, fresh] = known_.try_emplace(owner);
    if (!fresh) return place->second.post;
    Known& known = place->second;
    const std::vector<std::string> langs(post.langs.begin(), post.langs.end());
    const Reading reading =
        reader_->read(WorkspaceId{static_cast<std::int64_t>(owner)}, post.text, langs);
    known.gist = gist_of(reading);
    known.post = post;
    known.post.sentiment = known.gist.sentiment;
    known.post.intents = known.gist.intents;
    known.post.reasons.assign(known.gist.reasons.begin(), known.gist.reasons.end());
    if (known.post.langs.empty() && reading.language != "und") {
      known.post.langs.push_back(reading.language);
    }
    return known.post;
  }

 private:
  struct Known {
    ReadingGist gist;
    HeardPost post;
  };
  PostReader* reader_;
  std::map<std::uint64_t, Known> known_;
};

}  // namespace

StreamListener::StreamListener(Store& store, const MonitorMatching& matching, IdMaker& ids,
                               const Clock& clock, PostReader* reader, std::string network,
                               Opener open, OnFiled filed, StreamListenerSettings settings)
    : store_(store),
      matching_(matching),
      ids_(ids),
      clock_(clock),
      reader_(reader),
      network_(std::move(network)),
      open_(std::move(open)),
      filed_(std::move(filed)),
      settings_(settings) {}

void StreamListener::start() {
  thread_ = std::thread([this] { work(); });
}

void StreamListener::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    if (reading_ != nullptr) reading_->stop();
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void StreamListener::work() {
  std::unique_ptr<PostStream> stream;
  auto pause = settings_.pause;
  const auto rest = [&](std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, time, [this] { return stopping_; });
    return stopping_;
  };
  for (;;) {
    if (!matching_.any()) {
      stream.reset();  // nobody listens: nothing is read
      if (rest(std::chrono::seconds{1})) return;
      continue;
    }
    if (!stream) {
      // No brand that listens has an account there.
      const auto where = places();
      const bool anybody = where && std::ranges::any_of(*where, [](const auto& each) {
                             return each.second.listens;
                           });
      if (!anybody) {
        if (rest(std::chrono::seconds{2})) return;
        continue;
      }
      auto opened = open_();
      if (!opened) {
        note_trouble(opened.error());
        if (rest(kLongestPause)) return;
        continue;
      }
      if (!*opened) {  // there is no such stream here
        if (rest(kLongestPause)) return;
        continue;
      }
      stream = std::move(*opened);
    }
    {
      std::lock_guard lock(mutex_);
      if (stopping_) return;
      reading_ = stream.get();
    }
    const auto kept = step(*stream);
    {
      std::lock_guard lock(mutex_);
      reading_ = nullptr;
      if (stopping_) return;
    }
    if (kept) {
      pause = settings_.pause;
      continue;
    }
    note_trouble(kept.error());
    if (rest(pause)) return;
    pause = std::min<std::chrono::milliseconds>(pause * 2, kLongestPause);
  }
}

Result<StreamListener::Places> StreamListener::places() {
  auto every = store_.read([](Unit& unit) { return unit.channels().every(); });
  RAPPORT_TRY(every);
  Places out;
  for (Channel& each : *every) {
    if (each.network != network_) continue;
    const auto known = out.find(each.workspace);
    if (known != out.end() && known->second.channel.state == ChannelState::kConnected) continue;
    const bool listens = each.state != ChannelState::kDisconnected && matching_.any(each.workspace);
    const WorkspaceId workspace = each.workspace;
    if (known == out.end()) {
      out.emplace(workspace, Place{std::move(each), listens});
    } else if (each.state == ChannelState::kConnected || !known->second.listens) {
      known->second = {std::move(each), listens};
    }
  }
  return out;
}

Result<bool> StreamListener::known(const std::string& native_id) {
  auto there = store_.read([&](Unit& unit) { return unit.streams().posts(network_, {native_id}); });
  RAPPORT_TRY(there);
  return !there->empty();
}

Result<int> StreamListener::step(PostStream& stream) {
  auto where = places();
  RAPPORT_TRY(where);
  if (cursor_.empty()) {
    noted_to_.reset();
    auto state = store_.read([&](Unit& unit) { return unit.streams().state(network_); });
    RAPPORT_TRY(state);
    cursor_ = state->cursor.empty() ? begun_ : state->cursor;
  }
  MatchScratch scratch;
  std::vector<std::uint64_t> matches;
  WordsEnricher enricher(reader_);
  Wishes wishes;
  std::optional<Error> lost;  // what could not be looked up: the read is of no use then
  auto batch = stream.read(cursor_, settings_.wait, settings_.most, [&](const GlimpsedPost& post) {
    matches.clear();
    enricher.begin();
    matching_.matcher().match_keys(heard_of(post), scratch, matches, {}, &enricher);
    bool wanted = false;
    for (const std::uint64_t each : matches) {
      const auto workspace = matching_.workspace_of(MonitorId{static_cast<std::int64_t>(each)});
      const auto place = workspace ? where->find(*workspace) : where->end();
      if (place == where->end() || !place->second.listens) continue;
      wishes.by_post[std::string(post.native_id)].insert(*workspace);
      wanted = true;
    }
    if (!post.edited) return wanted;
    // Whoever kept the earlier words wants these, whatever they are.
    wishes.edited.insert(std::string(post.native_id));
    if (wanted || lost) return wanted;
    auto there = known(std::string(post.native_id));
    if (!there) lost = std::move(there.error());
    return there.value_or(false);
  });
  RAPPORT_TRY(batch);
  Result<int> kept = lost ? fail(std::move(*lost)) : keep(*batch, wishes, *where);
  if (!kept) {
    // It is read again: from where the store stands, or where the first read of all began.
    if (cursor_.empty()) begun_ = stream.cursor_at(batch->read_from);
    cursor_.clear();
    return kept;
  }
  begun_.clear();
  cursor_ = batch->cursor;
  return kept;
}

Result<int> StreamListener::keep(const StreamBatch& batch, const Wishes& wishes,
                                 const Places& places) {
  std::vector<std::string> asked = batch.deleted;
  asked.insert(asked.end(), wishes.edited.begin(), wishes.edited.end());
  std::vector<std::string> away;
  for (const NetworkAccount& each : batch.accounts) away.push_back(each.native_id);
  std::unordered_map<WorkspaceId, std::set<std::string>> holds;  // posts and accounts
  if (!asked.empty() || !away.empty()) {
    auto known = store_.read([&](Unit& unit) -> Result<std::vector<KnownThing>> {
      auto posts = unit.streams().posts(network_, asked);
      RAPPORT_TRY(posts);
      auto accounts = unit.streams().accounts(network_, away);
      RAPPORT_TRY(accounts);
      posts->insert(posts->end(), accounts->begin(), accounts->end());
      return posts;
    });
    RAPPORT_TRY(known);
    for (const KnownThing& each : *known) holds[each.workspace].insert(each.native_id);
  }
  // A stretch in which nothing was wanted is noted with the next one.
  const std::optional<Time> noted = noted_to_;
  const bool gap = batch.gap_from && *batch.gap_from < batch.read_from;
  const Time from =
      gap ? batch.read_from : std::min(noted.value_or(batch.read_from), batch.read_from);
  if (!gap) noted_to_ = from;
  const auto now = std::chrono::steady_clock::now();
  // Who begins or ends to listen does so where this batch begins.
  if (!listening_) {
    auto open = store_.read([&](Unit& unit) { return unit.streams().listening(network_); });
    RAPPORT_TRY(open);
    listening_.emplace();
    for (const StreamListening& each : *open) listening_->insert(each.workspace);
  }
  std::set<WorkspaceId> listening;
  for (const auto& [workspace, place] : places) {
    if (place.listens) listening.insert(workspace);
  }
  const bool changed = listening != *listening_;
  const bool nothing = batch.posts.empty() && holds.empty() && !batch.gap_from && !changed;
  if (nothing && now - noted_at_ < settings_.note_after) return 0;

  std::vector<std::pair<Channel, Filed>> filed;
  auto kept = store_.write([&](Unit& unit) -> Result<int> {
    filed.clear();
    int count = 0;
    for (const auto& [workspace, place] : places) {
      const auto held = holds.find(workspace);
      const auto has = [&](const std::string& native_id) {
        return held != holds.end() && held->second.contains(native_id);
      };
      std::vector<NetworkPost> posts;
      for (const NetworkPost& each : batch.posts) {
        const auto wish = wishes.by_post.find(each.native_id);
        const bool wanted = wish != wishes.by_post.end() && wish->second.contains(workspace);
        if (wanted || (wishes.edited.contains(each.native_id) && has(each.native_id))) {
          posts.push_back(each);
        }
      }
      if (posts.empty() && held == holds.end()) continue;
      Filer filer(unit, ids_, clock_.now(), place.channel, reader_, &matching_);
      RAPPORT_TRY(filer.expect(posts));
      for (const NetworkPost& each : posts) RAPPORT_TRY(filer.file_post(each, kStream));
      for (const std::string& each : batch.deleted) {
        if (has(each)) RAPPORT_TRY(filer.file_deletion(each));
      }
      for (const NetworkAccount& each : batch.accounts) {
        if (has(each.native_id)) RAPPORT_TRY(filer.file_account(each));
      }
      auto done = filer.finish();
      RAPPORT_TRY(done);
      count += done->new_posts;
      filed.emplace_back(place.channel, std::move(*done));
    }

    auto state = unit.streams().state(network_);
    RAPPORT_TRY(state);
    state->cursor = batch.cursor;
    if (!state->read_to || *state->read_to < batch.read_to) state->read_to = batch.read_to;
    state->last_error.clear();
    state->last_error_at.reset();
    state->checked_at = clock_.now();
    RAPPORT_TRY(unit.streams().save(*state));
    if (gap && noted && *noted < *batch.gap_from) {
      RAPPORT_TRY(unit.streams().add_span(network_, {*noted, *batch.gap_from, true, {}}));
    }
    if (gap) {
      RAPPORT_TRY(unit.streams().add_span(
          network_, {*batch.gap_from, batch.read_from, false, batch.gap_reason}));
    }
    if (from < batch.read_to) {
      RAPPORT_TRY(unit.streams().add_span(network_, {from, batch.read_to, true, {}}));
    }
    for (const WorkspaceId each : listening) {
      if (listening_->contains(each)) continue;
      RAPPORT_TRY(unit.streams().begin_listening(each, network_, batch.read_from));
    }
    for (const WorkspaceId each : *listening_) {
      if (listening.contains(each)) continue;
      RAPPORT_TRY(unit.streams().end_listening(each, network_, batch.read_from));
    }
    return count;
  });
  RAPPORT_TRY(kept);
  noted_at_ = now;
  noted_to_ = batch.read_to;
  listening_ = std::move(listening);
  if (filed_) {
    for (const auto& [channel, each] : filed) filed_(channel, each);
  }
  return kept;
}

void StreamListener::note_trouble(const Error& error) {
  log_warn("listening", network_ + " stream: " + error.message + " " + error.cause);
  const Time now = clock_.now();
  const auto noted = store_.write([&](Unit& unit) -> Result<Done> {
    auto state = unit.streams().state(network_);
    RAPPORT_TRY(state);
    if (state->last_error == error.message) return Done{};
    state->last_error = error.message;
    state->last_error_at = now;
    return unit.streams().save(*state);
  });
  if (!noted) log_error("listening", "trouble could not be noted: " + noted.error().cause);
}

}  // namespace rapport
