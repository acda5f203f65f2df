// Lists kept inside one column: compact JSON of the store's own, never shown to anyone.
//
// Nothing packs to an empty text, which is what nearly every row holds. Unpacking is false if the
// text is not what was packed here.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "model/act.h"
#include "model/post.h"
#include "model/post_reading.h"
#include "text/topics/topics.h"

namespace rapport {

std::string pack(const std::vector<std::string>& words);
std::string pack(const std::vector<Entity>& entities);
std::string pack(const std::vector<Media>& media);
std::string pack(const std::vector<ActMedia>& media);
std::string pack(const Quoted& quoted);
// Six words: sentiment, urgency in hundredths, 1 if it needs a reply, intents, reasons and topics
// with commas between them; "-" where there is nothing.
std::string pack(const ReadingGist& gist);
std::string pack(const std::vector<TopicTerm>& terms);
std::string pack(const std::vector<Span>& spans);
std::string pack(const std::vector<PostId>& posts);

// The list a query takes as :list (Dialect::numbers).
std::string pack_numbers(const std::vector<std::int64_t>& numbers);

template <class Noun>
std::string pack_ids(const std::vector<Id<Noun>>& ids) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(ids.size());
  for (const Id<Noun> id : ids) numbers.push_back(id.value);
  return pack_numbers(numbers);
}

bool unpack(std::string_view text, std::vector<std::string>& words);
bool unpack(std::string_view text, std::vector<Entity>& entities);
bool unpack(std::string_view text, std::vector<Media>& media);
bool unpack(std::string_view text, std::vector<ActMedia>& media);
bool unpack(std::string_view text, Quoted& quoted);
bool unpack(std::string_view text, ReadingGist& gist);
bool unpack(std::string_view text, std::vector<TopicTerm>& terms);
bool unpack(std::string_view text, std::vector<Span>& spans);
bool unpack(std::string_view text, std::vector<PostId>& posts);

}  // namespace rapport
