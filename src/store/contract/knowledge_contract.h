// What the tests of articles share.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "store/contract/store_contract.h"

namespace rapport {

class KnowledgeContract : public StoreContract {
 protected:
  KnowledgeEntry entry(int number, std::string slug = {}, std::string language = "en") {
    KnowledgeEntry made;
    made.workspace = here;
    made.id = ArticleId{number};
    made.language = std::move(language);
    made.slug = slug.empty() ? "article-" + std::to_string(number) : std::move(slug);
    made.title = "Article " + std::to_string(number);
    made.markdown = "Some words.";
    made.created_at = sample::at(number);
    made.changed_at = sample::at(number);
    return made;
  }
  void add(const KnowledgeEntry& it) {
    write([&](Unit& unit) { return unit.knowledge().add(it); });
  }
  void save(KnowledgeEntry& it) {
    ++it.version;
    write([&](Unit& unit) { return unit.knowledge().save(it); });
  }
  KnowledgeEntry found(int number) {
    return read([&](Unit& unit) { return unit.knowledge().find(here, ArticleId{number}); });
  }
  KnowledgeStamp stamp() {
    return read([&](Unit& unit) { return unit.knowledge().stamp(here); });
  }
  ArticleUse use(int number, int article, int act) {
    ArticleUse made;
    made.workspace = here;
    made.id = ArticleUseId{number};
    made.article = ArticleId{article};
    made.conversation = ConversationId{1};
    made.post = PostId{1};
    made.act = ActId{act};
    made.by = MemberId{5};
    made.at = sample::at(number);
    return made;
  }
  std::string listed(const KnowledgeFilter& filter, std::optional<KnowledgePlace> after = {},
                     int most = 100) {
    std::string ids;
    for (const KnowledgeEntry& each : read([&](Unit& unit) {
           return unit.knowledge().list(here, filter, after, most, KnowledgeStore::Part::kRows);
         })) {
      EXPECT_EQ("", each.markdown);
      ids += to_string(each.id);
    }
    return ids;
  }
};

}  // namespace rapport
