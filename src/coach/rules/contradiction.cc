// A draft that says otherwise than an article, or than we told somebody who asked the same: another
// number of the same thing, or yes for no.

#include <algorithm>
#include <cctype>
#include <string>

#include "coach/phrases.h"
#include "coach/replies_ready.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

struct Amount {
  std::size_t word = 0;
  double value = 0;
  std::string_view unit;  // the word behind it
};

double value_of(const Side& side, const Word& word) {
  static constexpr std::pair<std::string_view, int> kNames[] = {
      {"one", 1},   {"two", 2},   {"three", 3}, {"four", 4},    {"five", 5},    {"six", 6},
      {"seven", 7}, {"eight", 8}, {"nine", 9},  {"ten", 10},    {"eleven", 11}, {"twelve", 12},
      {"zwei", 2},  {"drei", 3},  {"vier", 4},  {"fünf", 5},    {"sechs", 6},   {"sieben", 7},
      {"acht", 8},  {"neun", 9},  {"zehn", 10}, {"deux", 2},    {"trois", 3},   {"quatre", 4},
      {"cinq", 5},  {"dix", 10},  {"dos", 2},   {"tres", 3},    {"cuatro", 4},  {"cinco", 5},
      {"seis", 6},  {"diez", 10}, {"dois", 2},  {"duas", 2},    {"três", 3},    {"quatro", 4},
      {"dez", 10},  {"due", 2},   {"tre", 3},   {"quattro", 4}, {"cinque", 5},  {"dieci", 10}};
  for (const auto& [name, value] : kNames) {
    if (word.normal == name) return value;
  }
  if (word.kind != TokenKind::kNumber) return -1;
  double value = 0;
  bool any = false;
  double fraction = 0;
  for (const char c : side.of(word)) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      any = true;
      if (fraction > 0) {
        value += (c - '0') * fraction;
        fraction /= 10;
      } else if (value < 1e12) {
        value = value * 10 + (c - '0');
      }
    } else if (c == '.' && fraction == 0) {
      fraction = 0.1;
    } else {
      return -1;  // "10:30", "3rd"
    }
  }
  return any ? value : -1;
}

// "cm" for "centimetres", and so on.
std::string_view unit_of(std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"centimetres", "cm"},   {"centimeters", "cm"}, {"centimetre", "cm"}, {"metres", "m"},
      {"meters", "m"},         {"kilos", "kg"},       {"minutes", "min"},   {"minute", "min"},
      {"seconds", "second"},   {"days", "day"},       {"weeks", "week"},    {"months", "month"},
      {"years", "year"},       {"euros", "euro"},     {"pounds", "pound"},  {"hours", "hour"},
      {"sekunden", "sekunde"}, {"tage", "tag"},       {"tagen", "tag"},     {"wochen", "woche"},
      {"monate", "monat"},     {"monaten", "monat"},  {"jahre", "jahr"},    {"jahren", "jahr"}};
  for (const auto& [from, to] : kSame) {
    if (word == from) return to;
  }
  return word;
}

std::vector<Amount> amounts_in(const Side& side, std::size_t begin, std::size_t end) {
  std::vector<Amount> out;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const double value = value_of(side, side.words[i]);
    const std::string_view unit = unit_of(side.words[i + 1].normal);
    if (value < 0 || side.words[i + 1].kind != TokenKind::kWord) continue;
    out.push_back({i, value, unit});
  }
  return out;
}

const Phrases& negations() {
  static const Phrases kPhrases = {
      {"en",
       {"not|no|never|cannot|can't|isn't|aren't|don't|doesn't|won't|neither|none|without|avoid",
        "out of"}},
      {"de", {"nicht|kein|keine|keinen|nie|ohne"}},
      {"fr", {"pas|jamais|aucun|aucune|sans"}},
      {"es", {"no|nunca|ningún|ninguna|sin"}},
      {"pt", {"não|nunca|nenhum|nenhuma|sem"}},
      {"it", {"non|mai|nessun|nessuna|senza"}},
  };
  return kPhrases;
}

const Phrases& costs() {
  static const Phrases kPhrases = {{"en", {"costs|cost", "0* pounds|euros|dollars"}},
                                   {"de", {"kostet"}}};
  return kPhrases;
}

const Phrases& free_words() {
  static const Phrases kPhrases = {{"en", {"free"}}, {"de", {"kostenlos|gratis"}}};
  return kPhrases;
}

bool says_otherwise(const View& view, const Side& known, Span& where) {
  const Side& draft = view.draft;
  for (const Sentence& said : draft.sentences) {
    if (said.asks) continue;
    const std::size_t said_index = static_cast<std::size_t>(&said - draft.sentences.data());
    const std::vector<Amount> said_amounts = amounts_in(draft, said.first_word, said.last_word);
    for (std::size_t k = 0; k < known.sentences.size(); ++k) {
      const Sentence& fact = known.sentences[k];
      if (fact.asks) continue;
      const std::size_t shared = shared_words(draft, said.first_word, said.last_word, known,
                                              fact.first_word, fact.last_word);
      std::size_t content = 0;
      for (std::size_t i = said.first_word; i < said.last_word; ++i) {
        content += draft.words[i].content ? 1 : 0;
      }
      if (shared >= 2) {
        const auto facts = amounts_in(known, fact.first_word, fact.last_word);
        for (const Amount& one : said_amounts) {
          bool same_unit = false;
          bool same_value = false;
          for (const Amount& other : facts) {
            if (other.unit != one.unit) continue;
            same_unit = true;
            same_value = same_value || other.value == one.value;
          }
          if (same_unit && !same_value) {
            where = {draft.words[one.word].span.begin, draft.words[one.word + 1].span.end};
            return true;
          }
        }
        if (free_words().in_sentence(known, k) && costs().in_sentence(draft, said_index)) {
          where = said.span;
          return true;
        }
      }
      const bool no = negations().in_sentence(draft, said_index);
      const bool fact_no = negations().in_sentence(known, k);
      if (no != fact_no && shared >= 2 && content > 0 && shared * 10 >= content * 6) {
        where = said.span;
        return true;
      }
    }
  }
  return false;
}

// The earlier reply whose question is most like this post.
std::size_t nearest_question(const View& view) {
  const Exchange& exchange = *view.exchange;
  std::size_t nearest = View::kNone;
  double most = 0.65;
  const auto look = [&](const Side& question, std::size_t index) {
    std::size_t asked = 0;
    for (const Word& word : question.words) asked += word.content ? 1 : 0;
    if (asked < 2) return;
    const std::size_t shared =
        shared_words(question, 0, question.words.size(), view.post, 0, view.post.words.size());
    const double share = static_cast<double>(shared) / static_cast<double>(asked);
    if (shared < 2 || share <= most) return;
    most = share;
    nearest = index;
  };
  Side side;
  for (std::size_t i = 0; i < exchange.sent.size(); ++i) {
    cut_side(exchange.sent[i].question, side);
    look(side, i);
  }
  if (exchange.replies == nullptr) return nearest;
  const std::vector<Side>& ready = exchange.replies->ready().questions;
  for (std::size_t i = 0; i < ready.size(); ++i) look(ready[i], exchange.sent.size() + i);
  return nearest;
}

}  // namespace

void review_contradiction(const View& view, Findings& out) {
  if (view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kContradiction;
  finding.severity = Severity::kFix;
  Span where;
  if (view.best_article != View::kNone &&
      says_otherwise(view, view.articles[view.best_article], where)) {
    const KnownArticle& article = view.exchange->articles[view.best_article];
    finding.draft_spans = {where};
    finding.why = "The article \"" + std::string(article.title) + "\" says otherwise.";
    finding.next = "Check which is right, and mend the draft or the article.";
    finding.article = view.best_article;
    out.push_back(std::move(finding));
    return;
  }
  const std::size_t nearest = nearest_question(view);
  if (nearest == View::kNone) return;
  Side side;
  cut_side(view.exchange->earlier_reply(nearest), side);
  side.language = view.draft.language;
  if (!says_otherwise(view, side, where)) return;
  finding.draft_spans = {where};
  finding.why = "To the same question we told somebody else otherwise.";
  finding.next = "Check which is right before you send.";
  finding.earlier = {nearest};
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
