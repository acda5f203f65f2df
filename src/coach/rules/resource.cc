#include <algorithm>

#include "coach/rules/rules.h"

namespace rapport::coach {

void review_resource(const View& view, Findings& out) {
  if (view.best_article == View::kNone) return;
  const KnownArticle& article = view.exchange->articles[view.best_article];
  if (article.url.empty() || view.draft.text.find(article.url) != std::string_view::npos) return;
  if (view.exchange->card_url == article.url) return;
  Finding finding;
  finding.rule = Rule::kResource;
  finding.severity = Severity::kConsider;
  for (const TextEntity& entity : view.draft.reading.entities) {
    if (entity.kind == TextEntityKind::kLink) finding.draft_spans.push_back(entity.span);
  }
  const std::string title(article.title);
  finding.why = finding.draft_spans.empty()
                    ? "\"" + title + "\" answers this and is not linked."
                    : "\"" + title + "\" answers this; the link here goes elsewhere.";
  finding.next = "Add " + std::string(article.url) + ".";
  finding.article = view.best_article;
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
