// Trains models/language.bin from build/language/corpus.tsv (see ./collect and models/language.md).
//
//   train_language CORPUS OUT [--rows N] [--effort X] [--prior X]
//
// One softmax for each script of many languages over the sum of a text's rows (fastText's model,
// Joulin et al. 2016), learned by AdaGrad (Duchi et al. 2011). Which words and pieces get a row is
// decided before, by how much they tell: sum over languages of n * log(p(language | piece) /
// p(language)). Examples are drawn from languages in equal shares and cut to all lengths from one
// word on, because posts are short. A twentieth of the lines, by a hash, is held out to measure on.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "corpus.h"
#include "judge.h"
#include "languages.h"
#include "learn.h"
#include "letters.h"
#include "rows.h"
#include "text/language/language.h"
#include "text/language/model_file.h"
#include "write.h"

namespace rapport {
namespace {

struct Settings {
  std::size_t rows = 57344;
  double effort = 1;
  float prior = 1;
  std::string keep;  // where to write what is held out; empty: nowhere
};

// Rows by how many languages a group must tell apart.
constexpr std::array<double, kGroups> kShares = {0.80, 0.14, 0.04, 0.02};
constexpr std::array<std::size_t, kGroups> kExamples = {6'000'000, 1'500'000, 500'000, 300'000};
constexpr double kFill = 0.88;

std::unique_ptr<LanguageModelHead> make_head() {
  auto head = std::make_unique<LanguageModelHead>();
  std::memset(static_cast<void*>(head.get()), 0, sizeof(*head));
  head->letters = letter_tables();
  head->magic = kLanguageMagic;
  head->format = kLanguageFormat;
  head->dimensions = kDimensions;
  head->only.fill(kNoLanguage);
  return head;
}

void name(LanguageModelHead& head, std::size_t language, const std::string& tag) {
  std::memcpy(head.tags[language].data(), tag.data(), tag.size());
}

// What a group learns; its languages stand in the head from `next` on.
Taught teach(LanguageModelHead& head, Group& group, const Settings& settings,
             const std::vector<Held>& held, std::size_t& next) {
  const unsigned i = group.index();
  const double room = kShares[i] * static_cast<double>(settings.rows) * kFill;
  Taught out;
  out.rows = choose_rows(group, static_cast<std::size_t>(0.45 * room),
                         static_cast<std::size_t>(0.55 * room));
  std::fprintf(stderr, "group %u: %zu words known, %zu rows of words, %zu of pieces\n", i,
               group.words.size(), out.rows.words.size(), out.rows.pieces.size());
  out.learned =
      learn(group, out.rows,
            static_cast<std::size_t>(settings.effort * static_cast<double>(kExamples[i])));
  out.folded = fold(out.rows, out.learned);
  head.first[i] = static_cast<std::uint8_t>(next);
  head.count[i] = static_cast<std::uint8_t>(group.languages.size());
  std::vector<float> bias = out.learned.bias;
  for (std::size_t l = 0; l < group.languages.size(); ++l, ++next) {
    const std::string& tag = group.languages[l].tag;
    name(head, next, tag);
    bias[l] += settings.prior * prior_of(tag);
    head.bias[next] = bias[l];
    for (std::size_t d = 0; d < kDimensions; ++d) {
      head.directions[d][next] = out.learned.directions[l][d];
    }
  }
  calibrate(group, out.learned, bias, head.slope[i], held, head.letters);
  for (const float slope : head.slope[i]) std::fprintf(stderr, " %.2f", slope);
  std::fprintf(stderr, " slopes\n");
  return out;
}

int train(const std::string& corpus, const std::string& path, const Settings& settings) {
  const auto head = make_head();
  std::vector<Group> groups;
  groups.reserve(kGroups);
  for (unsigned i = 0; i < kGroups; ++i) groups.emplace_back(i, head->letters);
  std::vector<Held> held;
  read_corpus(corpus, groups, held);
  std::fprintf(stderr, "corpus read, %zu held out\n", held.size());

  std::vector<Taught> taught;
  std::size_t next = 0;
  for (Group& group : groups) taught.push_back(teach(*head, group, settings, held, next));
  for (const auto& [script, tag] : kOnly) {
    name(*head, next, tag);
    head->only[static_cast<std::size_t>(script)] = static_cast<std::uint8_t>(next++);
  }
  head->languages = static_cast<std::uint32_t>(next);
  const std::string content = model_of(*head, groups, taught, settings.rows);
  std::ofstream(path, std::ios::binary) << content;

  auto model = LanguageModel::open(path);
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().message.c_str());
    return 1;
  }
  std::printf("%s: %zu bytes, %zu languages\n", path.c_str(), content.size(), next);
  if (!settings.keep.empty()) {
    std::ofstream out(settings.keep);
    for (const Held& one : held) out << one.kind << '\t' << one.tag << '\t' << one.text << '\n';
  }
  measure(**model, held);
  return 0;
}

}  // namespace
}  // namespace rapport

int main(int count, char** arguments) {
  std::vector<std::string> plain;
  rapport::Settings settings;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--rows" && i + 1 < count) {
      settings.rows = std::strtoul(arguments[++i], nullptr, 10);
    } else if (argument == "--effort" && i + 1 < count) {
      settings.effort = std::atof(arguments[++i]);
    } else if (argument == "--prior" && i + 1 < count) {
      settings.prior = static_cast<float>(std::atof(arguments[++i]));
    } else if (argument == "--keep-dev" && i + 1 < count) {
      settings.keep = arguments[++i];
    } else {
      plain.push_back(argument);
    }
  }
  if (plain.size() != 2) {
    std::fprintf(stderr, "train_language CORPUS OUT [--rows N] [--effort X] [--prior X]\n");
    return 2;
  }
  return rapport::train(plain[0], plain[1], settings);
}
