#include "desk/knowledge/gaps/compose_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "base/unicode.h"
#include "coach/public_words.h"
#include "knowledge/import/markdown_text.h"
#include "text/near_duplicates/near_duplicates.h"
#include "text/normalise/normalise.h"

namespace rapport {
namespace {

constexpr std::size_t kMostAsked = 200;  // characters of a question or title
// Of a sentence of fewer words that say something nobody knows what it is about.
constexpr std::size_t kFewestContent = 2;
constexpr std::size_t kMostAnswers = 100;  // the newest

// The few words that are ours.
struct OwnWords {
  std::string_view language;
  std::string_view one;    // drawn from one answer
  std::string_view begin;  // drawn from …
  std::string_view end;    // … answers
  std::string_view heading;
};
constexpr std::array<OwnWords, 7> kOwnWords{{
    {"en", "Taken from one answer of ours. Read it through, then take this line out.",
     "Taken from ", " answers of ours. Read it through, then take this line out.", "Answer"},
    {"de", "Aus einer Antwort von uns. Lies sie durch und nimm dann diese Zeile heraus.", "Aus ",
     " Antworten von uns. Lies sie durch und nimm dann diese Zeile heraus.", "Antwort"},
    {"fr", "Tiré d’une de nos réponses. Relisez, puis retirez cette ligne.", "Tiré de ",
     " de nos réponses. Relisez, puis retirez cette ligne.", "Réponse"},
    {"es", "Sacado de una respuesta nuestra. Revísalo y quita esta línea.", "Sacado de ",
     " respuestas nuestras. Revísalo y quita esta línea.", "Respuesta"},
    {"pt", "Tirado de uma resposta nossa. Reveja e depois retire esta linha.", "Tirado de ",
     " respostas nossas. Reveja e depois retire esta linha.", "Resposta"},
    {"it", "Preso da una nostra risposta. Rileggi, poi togli questa riga.", "Preso da ",
     " nostre risposte. Rileggi, poi togli questa riga.", "Risposta"},
    {"nl", "Uit één antwoord van ons. Lees het na en haal deze regel weg.", "Uit ",
     " antwoorden van ons. Lees het na en haal deze regel weg.", "Antwoord"},
}};

const OwnWords& own_words(std::string_view language) {
  const auto primary = language.substr(0, language.find_first_of("-_"));
  const auto found = std::ranges::find(kOwnWords, primary, &OwnWords::language);
  return found == kOwnWords.end() ? kOwnWords.front() : *found;
}

// Texts that were said before, word for word or nearly so.
class Heard {
 public:
  // The place of one that says the same; none: it is kept, in the next place.
  std::optional<std::size_t> again(const std::string& text) {
    const Fingerprint print = maker_.make(text);
    const std::string normal = normal_form(text);
    for (std::size_t i = 0; i < prints_.size(); ++i) {
      if (normals_[i] == normal || similarity(prints_[i], print) >= kNearDuplicate) return i;
    }
    prints_.push_back(print);
    normals_.push_back(normal);
    return std::nullopt;
  }

 private:
  FingerprintMaker maker_;
  std::vector<Fingerprint> prints_;
  std::vector<std::string> normals_;
};

// A post's question, as it could stand in an article; empty if none of it can.
std::string question_in(const std::string& post, const AskedAndAnswered& threads) {
  std::string best;
  std::tuple<bool, std::size_t> most{false, 0};
  for (auto& each : coach::public_sentences(post, threads.language, threads.names)) {
    if (each.content < kFewestContent || count_graphemes(each.text) > kMostAsked) continue;
    const bool asks = each.text.find('?') != std::string::npos;
    const std::tuple<bool, std::size_t> weight{asks, each.content};
    if (weight <= most) continue;
    most = weight;
    best = std::move(each.text);
  }
  // One line.
  std::ranges::replace(best, '\n', ' ');
  std::ranges::replace(best, '\r', ' ');
  if (!best.empty() && best[0] >= 'a' && best[0] <= 'z') {
    best[0] = static_cast<char>(best[0] - 'a' + 'A');
  }
  return best;
}

std::vector<std::string> questions_of(const AskedAndAnswered& threads) {
  std::vector<std::string> out;
  Heard heard;
  for (const std::string& post : threads.questions) {
    std::string question = question_in(post, threads);
    if (question.empty() || heard.again(question)) continue;
    out.push_back(std::move(question));
    if (out.size() == kMostAskedForms) break;
  }
  return out;
}

struct Told {
  std::string text;
  std::set<std::size_t> answers;  // in which it was said
  std::size_t answer = 0;         // the newest of those, whose words it has
  std::size_t place = 0;
};

std::vector<Told> told_in(const AskedAndAnswered& threads) {
  std::vector<Told> out;
  Heard heard;
  const std::size_t answers = std::min(threads.answers.size(), kMostAnswers);
  for (std::size_t i = 0; i < answers; ++i) {
    std::size_t place = 0;
    for (auto& each :
         coach::public_sentences(threads.answers[i].text, threads.language, threads.names)) {
      ++place;
      if (each.speech != coach::Speech::kSays || each.content < kFewestContent) continue;
      if (const auto before = heard.again(each.text)) {
        out[*before].answers.insert(i);
      } else {
        out.push_back({std::move(each.text), {i}, i, place});
      }
    }
  }
  std::ranges::stable_sort(out, [](const Told& a, const Told& b) {
    return std::tuple(b.answers.size(), a.answer, a.place) <
           std::tuple(a.answers.size(), b.answer, b.place);
  });
  if (out.size() > kMostToldSentences) out.resize(kMostToldSentences);
  return out;
}

std::string escaped(const std::string& text) {
  InlineText line;
  line.add_words(text);
  return std::move(line).paragraph();
}

// What was said in one answer stays together; the answer with what was said most often is first.
std::string body_of(std::vector<Told> told, const OwnWords& words) {
  if (told.empty()) return "## " + std::string(words.heading) + "\n";
  std::vector<std::size_t> order;
  std::set<std::size_t> from;
  for (const Told& each : told) {
    if (std::ranges::find(order, each.answer) == order.end()) order.push_back(each.answer);
    from.insert(each.answers.begin(), each.answers.end());
  }
  std::ranges::stable_sort(told, {}, &Told::place);
  std::string out = "> ";
  if (from.size() == 1) {
    out += words.one;
  } else {
    ((out += words.begin) += std::to_string(from.size())) += words.end;
  }
  out += '\n';
  for (const std::size_t answer : order) {
    std::string paragraph;
    for (const Told& each : told) {
      if (each.answer != answer) continue;
      paragraph += (paragraph.empty() ? "" : " ") + escaped(each.text);
    }
    ((out += '\n') += paragraph) += '\n';
  }
  return out;
}

}  // namespace

Result<ArticleWish> compose_article(const AskedAndAnswered& threads) {
  ArticleWish wish;
  wish.language = threads.language;
  const std::vector<std::string> questions = questions_of(threads);
  for (const std::string& each : questions) {
    wish.questions += (wish.questions.empty() ? "" : "\n") + each;
  }
  wish.title = questions.empty() ? threads.name : questions.front();
  if (wish.title.empty()) {
    return invalid("Nothing was asked there that could be the title of an article.");
  }
  wish.markdown = body_of(told_in(threads), own_words(threads.language));
  return wish;
}

}  // namespace rapport
