#include "networks/feed/post.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/url.h"
#include "networks/feed/parts.h"

namespace rapport::feed {
namespace {

constexpr int kMostSteps = 100;  // up a thread

std::string host_of(const std::string& url) {
  const auto parts = parse_web_url(url);
  if (!parts) return {};
  std::string host = parts->host;
  return host.starts_with("www.") ? host.substr(4) : host;
}

NetworkAccount account_of(const Document& document, const Item& item, const Reading& reading) {
  NetworkAccount account;
  const Author& author = item.author;
  const std::string& site = document.url.empty() ? reading.feed_id : document.url;
  account.handle = host_of(site);
  if (account.handle.empty()) account.handle = host_of(reading.feed_id);
  account.name = author.name.empty() ? document.title : author.name;
  if (account.name.empty()) account.name = account.handle;
  account.url = author.url.empty() ? document.url : author.url;
  account.avatar_url = author.avatar_url;
  if (account.avatar_url.empty() && author.empty()) account.avatar_url = document.icon_url;
  // Never the channel's own: what a feed says, we did not say.
  const std::string& key = !author.name.empty() ? author.name : author.url;
  account.native_id = short_hash(reading.feed_id) +
                      ":by:" + (key.empty() ? std::string("feed") : short_hash(lower(key)));
  return account;
}

std::string revision_of(const Item& item) {
  std::string all = item.title + '\n' + item.text + '\n' + item.url + '\n' + item.author.name;
  for (const Media& each : item.media) all += '\n' + each.url;
  return short_hash(all);
}

// A date in the future is a plan, not yet a fact: it counts from now.
std::optional<Time> date_of(const Item& item, Time now) {
  auto date = item.published ? item.published : item.updated;
  if (date && *date > now) date = now;
  return date;
}

// What tells items of one id apart.
std::string other_id_of(const Item& item) {
  Item other = item;
  other.id.clear();
  return id_of(other);
}

// By id: the other id of the item it belongs to. Where two have one, it is the older, which had it
// before the second came: it stays who it was. An id that more of them have tells nothing of any.
std::map<std::string, std::string> plain_holders(const Document& document) {
  std::map<std::string, std::vector<const Item*>> by_id;
  for (const Item& each : document.items) {
    if (!each.id.empty()) by_id[each.id].push_back(&each);
  }
  const auto date = [](const Item* item) {
    return item->published ? item->published : item->updated;
  };
  std::map<std::string, std::string> holders;
  for (const auto& [id, items] : by_id) {
    std::set<std::string> others;
    const Item* oldest = items.front();
    for (const Item* each : items) {
      others.insert(other_id_of(*each));
      // The newest stand first, where they have no dates.
      const bool newer = date(each) && date(oldest) && *date(each) > *date(oldest);
      if (!newer) oldest = each;
    }
    holders.emplace(id, others.size() > 2 ? std::string() : other_id_of(*oldest));
  }
  return holders;
}

using ById = std::map<std::string, const Item*>;

// The first of the thread an item answers in, if what it answers stands here; nothing for those
// that answer each other in a circle.
std::optional<std::string> root_above(const Item& item, const ById& by_id) {
  std::string root = item.answers;
  auto above = by_id.find(root);
  if (above == by_id.end()) return std::nullopt;
  for (int step = 0; step < kMostSteps; ++step) {
    if (above->second == &item) return std::nullopt;
    const auto next = by_id.find(above->second->answers);
    if (above->second->answers.empty() || next == by_id.end()) return root;
    root = next->first;
    above = next;
  }
  return std::nullopt;
}

}  // namespace

std::string short_hash(std::string_view text) {
  static const int ready = sodium_init();
  (void)ready;
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

std::string post_id(const std::string& feed_id, std::string_view id) {
  return short_hash(feed_id) + ":" + short_hash(id);
}

std::string id_of(const Item& item) {
  if (!item.id.empty()) return item.id;
  if (!item.url.empty()) return item.url;
  const auto date = item.published ? item.published : item.updated;
  return item.title + '\n' + (date ? format_time(*date) : item.text.substr(0, 200));
}

std::vector<NetworkPost> posts_of(const Document& document, const Reading& reading) {
  const auto plain = plain_holders(document);
  ById by_id;
  for (const Item& each : document.items) by_id.emplace(id_of(each), &each);

  std::vector<NetworkPost> posts;
  std::map<std::string, bool> taken;
  int undated = 0;
  for (const Item& item : document.items) {
    if (item.title.empty() && item.text.empty() && item.media.empty()) continue;
    std::string id = id_of(item);
    if (!item.id.empty()) {
      const std::string other = other_id_of(item);
      const std::string& holder = plain.at(item.id);
      if (other != holder && other != item.id) id += '\n' + other;
    }
    if (!taken.emplace(id, true).second) continue;

    NetworkPost post;
    post.native_id = post_id(reading.feed_id, id);
    post.revision = revision_of(item);
    post.url = item.url;
    post.author = account_of(document, item, reading);
    post.root_native_id = post.native_id;
    if (!item.answers.empty()) {
      post.kind = PostKind::kReply;
      // Joined to what stands in the same feed; what stands elsewhere cannot be told to be here.
      if (const auto root = root_above(item, by_id)) {
        post.parent_native_id = post_id(reading.feed_id, item.answers);
        post.root_native_id = post_id(reading.feed_id, *root);
      }
    }
    post.title = item.title;
    post.text = item.text;
    // Many begin the text with the title once more, or have nothing else to say.
    if (post.text.starts_with(post.title) &&
        (post.text.size() == post.title.size() || post.text[post.title.size()] == '\n')) {
      post.title.clear();
    }
    post.entities = item.entities;
    post.media = item.media;
    const std::string& lang = item.lang.empty() ? document.lang : item.lang;
    if (!lang.empty()) post.langs.push_back(lang);
    const auto date = date_of(item, reading.now);
    // In the order of the document, which has the newest first.
    post.created_at = date.value_or(reading.now - std::chrono::milliseconds{undated});
    if (!date) {
      ++undated;
      if (reading.there_since) {
        post.indexed_at = *reading.there_since;
        if (document.updated && *document.updated < reading.now)
          post.created_at = *document.updated;
      }
    }
    if (item.replies) {
      post.replies = *item.replies;
      post.counts_known = true;
    }
    posts.push_back(std::move(post));
  }
  return posts;
}

}  // namespace rapport::feed
