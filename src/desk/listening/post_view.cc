#include "desk/listening/post_view.h"

#include <algorithm>
#include <chrono>

#include "desk/reading/post_reader.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::string_view kFeed = "feed";

}  // namespace

std::vector<Span> spans_in_text(FoundSpans found) {
  if (found.title.empty()) return std::move(found.text);
  std::vector<Span> all = std::move(found.title);
  all.insert(all.end(), found.text.begin(), found.text.end());
  std::ranges::sort(all, {}, &Span::begin);
  std::vector<Span> out;
  for (const Span& each : all) {
    if (!out.empty() && each.begin < out.back().end) {
      out.back().end = std::max(out.back().end, each.end);
    } else {
      out.push_back(each);
    }
  }
  return out;
}

HeardPost heard_post(const Post& post, const Account* author, const Account* answered) {
  HeardPost out;
  out.text = post.text;
  if (post.network == kFeed) out.title = out.text.substr(0, out.text.find('\n'));
  out.network = post.network;
  out.url = post.url;
  if (author != nullptr) {
    out.author = author->handle;
    out.author_id = author->native_id;
    out.author_name = author->name;
    out.followers = author->followers;
  }
  if (answered != nullptr && !answered->handle.empty()) out.reply_to.push_back(answered->handle);
  out.langs.assign(post.langs.begin(), post.langs.end());
  for (const Entity& each : post.entities) {
    if (each.kind == EntityKind::kLink) out.links.push_back(each.value);
    if (each.kind == EntityKind::kTag) out.hashtags.push_back(each.value);
  }
  for (const Media& each : post.media) {
    if (each.kind == MediaKind::kLink) {
      out.links.push_back(each.url);
    } else {
      out.has_media = true;
    }
  }
  out.likes = post.likes;
  out.reposts = post.reposts;
  out.replies = post.replies;
  out.is_reply = !post.parent_native_id.empty();
  out.is_quote = post.kind == PostKind::kQuote;
  out.seen = std::chrono::floor<std::chrono::seconds>(post.created_at.time_since_epoch()).count();
  return out;
}

Result<std::unordered_map<PostId, Account>> answered_by(Unit& unit, WorkspaceId workspace,
                                                        const std::vector<Post>& posts) {
  std::vector<PostId> parents;
  for (const Post& each : posts) {
    if (each.parent) parents.push_back(*each.parent);
  }
  auto found = unit.posts().some(workspace, parents);
  RAPPORT_TRY(found);
  std::unordered_map<PostId, AccountId> author_of;
  std::vector<AccountId> authors;
  for (const Post& each : *found) {
    author_of[each.id] = each.author;
    authors.push_back(each.author);
  }
  auto accounts = unit.people().accounts(workspace, authors);
  RAPPORT_TRY(accounts);
  std::unordered_map<PostId, Account> out;
  for (const Post& each : posts) {
    const auto author = each.parent ? author_of.find(*each.parent) : author_of.end();
    if (author == author_of.end()) continue;
    const auto account = std::ranges::find(*accounts, author->second, &Account::id);
    if (account != accounts->end()) out.emplace(each.id, *account);
  }
  return out;
}

PostEnricher::PostEnricher(Unit& unit, PostReader* reader, const Post& post, const Account* author,
                           std::optional<ReadingGist> gist, std::string language)
    : unit_(unit),
      reader_(reader),
      post_(post),
      author_(author),
      gist_(std::move(gist)),
      language_(std::move(language)) {}

// A post stands in one workspace, so there is one owner to be asked for.
const HeardPost& PostEnricher::enriched(std::uint64_t, const HeardPost& post) {
  if (known_) return *known_;
  known_ = post;
  if (!gist_ && reader_ != nullptr) {
    const Reading read = reader_->read(post_.workspace, post_.text, post_.langs);
    gist_ = gist_of(read);
    language_ = read.language;
  }
  if (gist_) {
    known_->sentiment = gist_->sentiment;
    known_->intents = gist_->intents;
    known_->reasons.assign(gist_->reasons.begin(), gist_->reasons.end());
  }
  if (gist_ && !gist_->topics.empty()) {
    const auto topics = unit_.topics().all(post_.workspace);
    for (const TopicId id : gist_->topics) {
      topics_.push_back(to_string(id));
      if (!topics) continue;
      const auto topic = std::ranges::find(*topics, id.value, &Topic::id);
      if (topic != topics->end()) topics_.push_back(topic->name);
    }
  }
  if (author_ != nullptr && author_->person) {
    person_.push_back(to_string(author_->person));
    const auto person = unit_.people().person(post_.workspace, author_->person);
    if (person) person_.push_back(person->name);
    if (!author_->name.empty()) person_.push_back(author_->name);
  }
  known_->topics.assign(topics_.begin(), topics_.end());
  known_->person.assign(person_.begin(), person_.end());
  // What its author's client said goes first; a post without is in the language it was read in.
  if (known_->langs.empty() && !language_.empty() && language_ != "und") {
    known_->langs.push_back(language_);
  }
  return *known_;
}

}  // namespace rapport
