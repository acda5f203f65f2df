#include "desk/help/public_site.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "knowledge/passages/passages.h"

namespace rapport {
namespace {

constexpr std::size_t kMostQueryBytes = 500;

}  // namespace

PublicSite::PublicSite(HelpSite site, std::vector<PublicCategory> categories,
                       std::vector<PublicArticle> articles, Time as_of)
    : site_(std::move(site)),
      categories_(std::move(categories)),
      articles_(std::move(articles)),
      as_of_(as_of) {
  const auto place = [this](const PublicArticle& each) {
    return each.category.value_or(categories_.size());
  };
  std::ranges::sort(articles_, [&](const PublicArticle& a, const PublicArticle& b) {
    return std::tuple(place(a), std::string_view(a.title), std::string_view(a.slug),
                      std::string_view(a.language)) <
           std::tuple(place(b), std::string_view(b.title), std::string_view(b.slug),
                      std::string_view(b.language));
  });
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    const PublicArticle& each = articles_[i];
    shelves_[each.language].articles.push_back(i);
    by_slug_[each.slug].push_back(i);
  }
  for (auto& [language, shelf] : shelves_) {
    std::vector<Article> texts;
    for (const std::size_t i : shelf.articles) {
      const PublicArticle& each = articles_[i];
      Article text;
      text.id = each.slug;
      text.title = each.title;
      text.language = language;
      text.questions = each.questions;
      text.markdown = each.markdown;
      texts.push_back(std::move(text));
    }
    shelf.index = std::make_unique<const ArticleIndex>(texts);
    languages_.push_back(language);
  }
  std::ranges::stable_sort(languages_, [this](const std::string& a, const std::string& b) {
    return shelf(a)->articles.size() > shelf(b)->articles.size();
  });
}

const PublicSite::Shelf* PublicSite::shelf(std::string_view language) const {
  const auto found = shelves_.find(language);
  return found == shelves_.end() ? nullptr : &found->second;
}

std::vector<const PublicArticle*> PublicSite::translations(std::string_view slug) const {
  std::vector<const PublicArticle*> out;
  const auto found = by_slug_.find(slug);
  if (found == by_slug_.end()) return out;
  for (const std::size_t each : found->second) out.push_back(&articles_[each]);
  return out;
}

std::optional<std::size_t> PublicSite::category(std::string_view slug) const {
  const auto found = std::ranges::find(categories_, slug, &PublicCategory::slug);
  if (found == categories_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - categories_.begin());
}

std::vector<HelpHit> PublicSite::search(std::string_view query, std::string_view language,
                                        std::size_t most) const {
  std::vector<HelpHit> out;
  const Shelf* shelf = this->shelf(language);
  if (shelf == nullptr) return out;
  for (Suggestion& each : shelf->index->suggest(query.substr(0, kMostQueryBytes), most)) {
    HelpHit found{&articles_[shelf->articles[each.article]], {}, {}};
    if (each.passage != Passage::kNone) {
      found.passage = passages_of(found.article->markdown)[each.passage].text;
      found.spans = std::move(each.passage_spans);
    }
    out.push_back(std::move(found));
  }
  return out;
}

std::vector<const PublicArticle*> PublicSite::related(const PublicArticle& article,
                                                      std::size_t most) const {
  std::vector<const PublicArticle*> out;
  const Shelf* shelf = this->shelf(article.language);
  if (shelf == nullptr) return out;
  std::string asked = article.title;
  for (const std::string& each : article.questions) asked += "\n" + each;
  for (const Suggestion& each : shelf->index->suggest(asked, most + 1)) {
    const PublicArticle* other = &articles_[shelf->articles[each.article]];
    if (other != &article && out.size() < most) out.push_back(other);
  }
  return out;
}

}  // namespace rapport
