#include "listen/field_matches.h"

#include <algorithm>
#include <string>

#include "listen/address.h"
#include "listen/letters.h"
#include "text/entities/entities.h"

namespace rapport {
namespace {

bool in_range(const QueryTree& query, const std::optional<std::int64_t>& value) {
  return value && (!query.low || *value >= *query.low) && (!query.high || *value <= *query.high);
}

std::optional<std::int64_t> engagement(const HeardPost& post) {
  if (!post.likes && !post.reposts && !post.replies) return std::nullopt;
  return post.likes.value_or(0) + post.reposts.value_or(0) + post.replies.value_or(0);
}

bool any_is(const std::string& asked, const std::vector<std::string_view>& values) {
  return std::any_of(values.begin(), values.end(),
                     [&](std::string_view each) { return text_matches(asked, each); });
}

// A handle as a whole, or without the server behind it.
bool is_handle(const std::string& asked, std::string_view handle) {
  if (handle.starts_with('@')) handle.remove_prefix(1);
  if (handle.empty()) return false;
  if (text_matches(asked, handle)) return true;
  const std::size_t server = handle.find('@');
  return server != handle.npos && text_matches(asked, handle.substr(0, server));
}

bool any_is_handle(const std::string& asked, const std::vector<std::string_view>& handles) {
  return std::any_of(handles.begin(), handles.end(),
                     [&](std::string_view each) { return is_handle(asked, each); });
}

// A name with its sign that stands in a text.
bool is_named(const std::string& asked, char sign, std::string_view text, const Spoken& heard) {
  return std::any_of(heard.names.begin(), heard.names.end(), [&](const SpokenName& each) {
    if (each.sign != sign) return false;
    const std::string_view name =
        text.substr(each.span.begin + 1, each.span.end - each.span.begin - 1);
    return sign == '@' ? is_handle(asked, name) : text_matches(asked, name);
  });
}

// "lang:pt" is Portuguese of every country, "lang:pt-br" that of Brazil.
bool is_language(const std::string& asked, std::string_view heard) {
  const std::string small = small_letters(heard);
  return small == asked || (small.starts_with(asked) && small[asked.size()] == '-');
}

std::vector<std::string_view> links_of(const HeardPost& post) {
  std::vector<std::string_view> out = post.links;
  for (const std::string_view part : {post.title, post.text}) {
    std::vector<TextEntity> entities;
    find_entities(part, entities);
    for (const TextEntity& each : entities) {
      if (each.kind != TextEntityKind::kLink) continue;
      out.push_back(part.substr(each.span.begin, each.span.end - each.span.begin));
    }
  }
  return out;
}

bool asks(const HeardPost& post) {
  if (std::find(post.intents.begin(), post.intents.end(), Intent::kQuestion) !=
      post.intents.end()) {
    return true;
  }
  // A question mark of any script, but not one in a link.
  for (const std::string_view part : {post.title, post.text}) {
    std::vector<TextEntity> entities;
    find_entities(part, entities);
    for (const std::string_view sign : {"?", "？", "؟", "⁇", "⁈", "⁉", "‽"}) {
      for (std::size_t at = part.find(sign); at != part.npos; at = part.find(sign, at + 1)) {
        const bool in_link =
            std::any_of(entities.begin(), entities.end(), [at](const TextEntity& each) {
              return each.kind == TextEntityKind::kLink && each.span.begin <= at &&
                     at < each.span.end;
            });
        if (!in_link) return true;
      }
    }
  }
  return false;
}

bool has(const std::string& what, const HeardPost& post) {
  if (what == "media") return post.has_media;
  if (what == "link") return !links_of(post).empty();
  return asks(post);
}

bool is(const std::string& what, const HeardPost& post) {
  if (what == "reply") return post.is_reply;
  if (what == "repost") return post.is_repost;
  if (what == "quote") return post.is_quote;
  return !post.is_reply && !post.is_repost;
}

}  // namespace

bool field_matches(const QueryTree& query, const HeardPost& post, const Spoken& title,
                   const Spoken& text) {
  const std::string& asked = query.text;
  switch (query.field) {
    case QueryField::kNetwork:
      return small_letters(post.network) == asked;
    case QueryField::kAuthor:
      return is_handle(asked, post.author) ||
             (!post.author_id.empty() && text_matches(asked, post.author_id)) ||
             (!post.author_name.empty() && text_matches(asked, post.author_name));
    case QueryField::kSite:
      return address_is_on(post.site.empty() ? post.url : post.site, asked);
    case QueryField::kLang:
      return std::any_of(post.langs.begin(), post.langs.end(),
                         [&](std::string_view each) { return is_language(asked, each); });
    case QueryField::kUrl:
      return !post.url.empty() && address_is_under(post.url, asked);
    case QueryField::kLink: {
      const auto links = links_of(post);
      return std::any_of(links.begin(), links.end(),
                         [&](std::string_view each) { return address_is_under(each, asked); });
    }
    case QueryField::kHashtag:
      return any_is(asked, post.hashtags) || is_named(asked, '#', post.title, title) ||
             is_named(asked, '#', post.text, text);
    case QueryField::kMention:
      return any_is_handle(asked, post.mentions) || is_named(asked, '@', post.title, title) ||
             is_named(asked, '@', post.text, text);
    case QueryField::kFollowers:
      return in_range(query, post.followers);
    case QueryField::kLikes:
      return in_range(query, post.likes);
    case QueryField::kReposts:
      return in_range(query, post.reposts);
    case QueryField::kReplies:
      return in_range(query, post.replies);
    case QueryField::kEngagement:
      return in_range(query, engagement(post));
    case QueryField::kHas:
      return has(asked, post);
    case QueryField::kIs:
      return is(asked, post);
    case QueryField::kReplyTo:
      return any_is_handle(asked, post.reply_to);
    case QueryField::kSentiment:
      return post.sentiment && to_word(*post.sentiment) == asked;
    case QueryField::kIntent:
      return std::any_of(post.intents.begin(), post.intents.end(),
                         [&](Intent each) { return to_word(each) == asked; });
    case QueryField::kReason:
      return any_is(asked, post.reasons);
    case QueryField::kTopic:
      return any_is(asked, post.topics);
    case QueryField::kPerson:
      return any_is(asked, post.person);
    case QueryField::kLevel:
      return small_letters(post.level) == asked;
    case QueryField::kSeen:
      return in_range(query, post.seen);
    case QueryField::kTitle:
    case QueryField::kText:
      break;  // are words
  }
  return false;
}

}  // namespace rapport
